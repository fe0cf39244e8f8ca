/**
 * How compiled mappings run. A payload is read once into a {@link io.gangway.mapping.plan.Document}, a flat store of the
 * values that the mapping mentions; every operation works on that store in place, and what is left is written as bytes.
 * Internal to the mapping engine.
 */
@NullMarked
package io.gangway.mapping.plan;

import org.jspecify.annotations.NullMarked;
