/** Errors as RFC 9457 problems. */
@NullMarked
package io.gangway.api.problem;

import org.jspecify.annotations.NullMarked;
