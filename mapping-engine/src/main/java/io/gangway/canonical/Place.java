package io.gangway.canonical;

import org.jspecify.annotations.Nullable;

/**
 * Where something happened, as far as the sender says.
 *
 * @param region state, province or county, in the sender's spelling
 * @param countryCode ISO 3166-1 alpha-2, upper case
 */
public record Place(
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String countryCode) {}
