package io.gangway.local.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** Payloads of parcels that are on their way, each of another parcel. The same seed and times give the same payloads. */
public final class SamplePayloads {
    private static final Duration ON_THE_ROAD = Duration.ofHours(30);

    private final Journeys journeys;

    public SamplePayloads(long seed) {
        this.journeys = new Journeys(new SplittableRandom(seed));
    }

    /**
     * @param sender as {@link Signers} knows it
     * @param now the newest event is some hours older
     */
    public String next(String sender, Instant now) {
        var journey = journeys.starting(sender, now.minus(ON_THE_ROAD));
        return Payload.of(journey, journey.reachedAt(now));
    }
}
