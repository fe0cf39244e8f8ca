/** Who did what. */
@NullMarked
package io.gangway.portal.audit;

import org.jspecify.annotations.NullMarked;
