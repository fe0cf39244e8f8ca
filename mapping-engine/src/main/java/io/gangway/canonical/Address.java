package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;
import static io.gangway.canonical.Classification.PERSONAL;
import static io.gangway.canonical.Classification.PUBLIC;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a party is.
 *
 * @param lines street, house and whatever stands above the city on a label; at most 4 of at most 200 characters
 * @param city the city in the sender's spelling, at most 200 characters
 * @param region state, province or county; its code where the country's post uses codes; at most 200 characters
 * @param postalCode the postal code, absent in countries that have none; at most 100 characters
 * @param countryCode ISO 3166-1 alpha-2, upper case
 * @param residential whether it is a home; absent if nobody knows
 */
public record Address(
        @Classified(PERSONAL) @MaxItems(4) @MaxLength(200) List<String> lines,
        @Classified(PUBLIC) @MaxLength(200) String city,
        @Classified(PUBLIC) @MaxLength(200) @Nullable String region,
        @Classified(PERSONAL) @MaxLength(100) @Nullable String postalCode,

        @Classified(PUBLIC) @MaxLength(2) @Format(TextFormat.COUNTRY)
        String countryCode,

        @Classified(INTERNAL) @Nullable Boolean residential) {
    public Address {
        lines = List.copyOf(lines);
    }
}
