/** Parts that views share. */
@NullMarked
package io.gangway.portal.component;

import org.jspecify.annotations.NullMarked;
