package io.gangway.canonical;

import static io.gangway.canonical.Classification.PERSONAL;
import static io.gangway.canonical.Classification.PUBLIC;

import org.jspecify.annotations.Nullable;

/**
 * Where something happened, as far as the sender says.
 *
 * @param city the city in the sender's spelling, cut at 200 characters
 * @param region state, province or county, in the sender's spelling; cut at 200 characters
 * @param postalCode the postal code, cut at 100 characters
 * @param countryCode ISO 3166-1 alpha-2, upper case
 */
public record Place(
        @Classified(PUBLIC) @MaxLength(200) @Cut @Nullable String city,
        @Classified(PUBLIC) @MaxLength(200) @Cut @Nullable String region,
        @Classified(PERSONAL) @MaxLength(100) @Cut @Nullable String postalCode,

        @Classified(PUBLIC) @MaxLength(2) @Format(TextFormat.COUNTRY) @Nullable
        String countryCode) {}
