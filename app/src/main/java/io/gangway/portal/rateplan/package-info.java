/** How much organizations may ask of the platform. */
@NullMarked
package io.gangway.portal.rateplan;

import org.jspecify.annotations.NullMarked;
