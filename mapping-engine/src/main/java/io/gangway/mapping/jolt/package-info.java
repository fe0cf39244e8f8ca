/**
 * The one place that knows Jolt. Plain maps, lists and values go in and out, so that another engine can take its place
 * without a change to mappings or their callers.
 */
@NullMarked
package io.gangway.mapping.jolt;

import org.jspecify.annotations.NullMarked;
