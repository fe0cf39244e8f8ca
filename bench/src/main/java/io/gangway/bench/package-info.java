/** Measures the whole product from outside, as it runs on one machine. */
@NullMarked
package io.gangway.bench;

import org.jspecify.annotations.NullMarked;
