/** What partners see. */
@NullMarked
package io.gangway.portal.partner;

import org.jspecify.annotations.NullMarked;
