package io.gangway.rateplan;

/**
 * What an organization may ask of the platform, in each environment.
 *
 * @param code stable, lower case with hyphens
 * @param organization API requests of all its keys and clients together
 * @param key API requests of one key or client
 * @param endpoint webhooks at one endpoint
 */
public record RatePlan(String code, String name, RateLimit organization, RateLimit key, RateLimit endpoint) {}
