package io.gangway.canonical;

import static io.gangway.canonical.Classification.PUBLIC;

import java.time.Instant;

/**
 * A span of time in which something is to happen or is expected.
 *
 * @param startsAt when it begins, in UTC
 * @param endsAt when it ends, in UTC
 */
public record TimeWindow(
        @Classified(PUBLIC) Instant startsAt,
        @Classified(PUBLIC) Instant endsAt) {}
