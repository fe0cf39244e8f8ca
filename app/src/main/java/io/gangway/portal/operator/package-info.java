/** What operators see. */
@NullMarked
package io.gangway.portal.operator;

import org.jspecify.annotations.NullMarked;
