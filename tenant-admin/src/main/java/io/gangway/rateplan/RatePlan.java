package io.gangway.rateplan;

/**
 * What an organization may ask of the platform, in each environment.
 *
 * @param code stable, lower case with hyphens
 * @param organization API requests of all its keys and clients together
 * @param key API requests of one key or client
 * @param endpoint webhooks at one endpoint
 * @param revision rises with each change
 */
public record RatePlan(
        String code, String name, RateLimit organization, RateLimit key, RateLimit endpoint, long revision) {
    /** The plan of an organization that was given no other. */
    public static final String USUAL = "standard";
}
