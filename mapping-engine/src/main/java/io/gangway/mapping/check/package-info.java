/**
 * What can be told of a mapping before any payload: its steps are run on shapes, which say what a value can be, instead
 * of on values. Where a shape is not sure, nothing is told.
 */
@NullMarked
package io.gangway.mapping.check;

import org.jspecify.annotations.NullMarked;
