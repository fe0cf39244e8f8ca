/** Gangway. */
@NullMarked
package io.gangway;

import org.jspecify.annotations.NullMarked;
