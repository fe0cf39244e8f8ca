package io.gangway.api.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next give it as {@code after} to get what follows; null at the end
 */
record PageResource<T>(List<T> items, @Nullable String next) {}
