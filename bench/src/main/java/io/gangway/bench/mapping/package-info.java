/** Measures the mapping engine alone, bytes in and bytes out, beside what else could do its work. */
@NullMarked
package io.gangway.bench.mapping;

import org.jspecify.annotations.NullMarked;
