package io.gangway.local.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** A webhook for a person to post by hand. */
public final class WelcomePayload {
    private static final Duration ON_THE_ROAD = Duration.ofHours(30);

    private WelcomePayload() {}

    /** A parcel that is on its way; another one at another time. */
    public static String easypost(Instant now) {
        var journey =
                new Journeys(new SplittableRandom(now.toEpochMilli())).starting("easypost", now.minus(ON_THE_ROAD));
        return Payload.of(journey, journey.reachedAt(now));
    }
}
