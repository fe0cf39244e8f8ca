package io.gangway.local.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which message comes next. The same seed and the same times give the same traffic.
 *
 * <p>Parcels on the road advance one step a message; one that arrives is replaced by another. A twelfth of the messages is
 * a repetition, a thirtieth lacks what cannot be missing, and a tenth of the parcels belongs to nobody yet.
 */
final class Traffic {
    private static final int REPEATED = 12;
    private static final int SPOILT = 30;
    private static final int UNORDERED = 10;
    private static final int FEW = 20;
    private static final Duration LONGEST_HISTORY = Duration.ofHours(72);
    private static final Duration YOUNGEST = Duration.ofHours(4);

    private final List<String> senders;
    private final int shippers;
    private final RandomGenerator random;
    private final Journeys journeys;
    private final List<OnTheRoad> road = new ArrayList<>();
    private Posting.@Nullable Webhook former;
    private int turn;

    private record OnTheRoad(Journey journey, int reached) {
        Instant nextAt() {
            return journey.steps().get(reached).at();
        }

        boolean isDone() {
            return reached == journey.steps().size();
        }
    }

    private record Timed(Instant at, Posting posting) {}

    /** @param shippers who may have ordered the parcels */
    Traffic(List<String> senders, int shippers, RandomGenerator random) {
        this.senders = List.copyOf(senders);
        this.shippers = shippers;
        this.random = random;
        this.journeys = new Journeys(random);
    }

    /** What happened to that many parcels in the last days: orders first, then messages as they came. */
    List<Posting> history(int parcels, Instant now) {
        var orders = new ArrayList<Posting>();
        var messages = new ArrayList<Timed>();
        for (var count = 0; count < parcels; count++) {
            var journey = journeys.starting(nextSender(), now.minus(age()));
            var reached = journey.reachedAt(now);
            order(journey, orders);
            for (var step = 1; step <= reached; step++) {
                messages.add(new Timed(
                        journey.steps().get(step - 1).at(),
                        new Posting.Webhook(journey.sender(), Payload.of(journey, step))));
            }
            goOn(new OnTheRoad(journey, reached));
        }
        messages.sort(Comparator.comparing(Timed::at));
        messages.forEach(message -> orders.add(message.posting()));
        return orders;
    }

    /** One webhook, and before the first of a parcel its order. */
    List<Posting> next(Instant now) {
        if (former != null && oneIn(REPEATED)) {
            return List.of(former);
        }
        var postings = new ArrayList<Posting>();
        var moved = road.size() < FEW || oneIn(10) ? newcomer(now, postings) : advanced(now);
        var spoilt = oneIn(SPOILT);
        var webhook = new Posting.Webhook(
                moved.journey.sender(),
                spoilt
                        ? Payload.withoutTrackingNumber(moved.journey, moved.reached)
                        : Payload.of(moved.journey, moved.reached));
        former = webhook;
        goOn(moved);
        postings.add(webhook);
        return postings;
    }

    private OnTheRoad newcomer(Instant now, List<Posting> postings) {
        var journey = journeys.starting(nextSender(), now.minus(age()));
        order(journey, postings);
        return new OnTheRoad(journey, journey.reachedAt(now));
    }

    /** Whose next step would come first takes it now. */
    private OnTheRoad advanced(Instant now) {
        var first = road.stream().min(Comparator.comparing(OnTheRoad::nextAt)).orElseThrow();
        road.remove(first);
        var before = first.journey.steps().get(first.reached - 1).at();
        var justNow = now.minusSeconds(random.nextLong(5, 90));
        var at = justNow.isAfter(before) ? justNow : before.plusSeconds(1);
        return new OnTheRoad(first.journey.withStepAt(first.reached, at), first.reached + 1);
    }

    private void goOn(OnTheRoad parcel) {
        if (!parcel.isDone()) {
            road.add(parcel);
        }
    }

    private void order(Journey journey, List<Posting> postings) {
        if (shippers > 0 && !oneIn(UNORDERED)) {
            postings.add(
                    new Posting.Order(random.nextInt(shippers), journey.orderReference(), journey.trackingNumber()));
        }
    }

    private String nextSender() {
        return senders.get(turn++ % senders.size());
    }

    private Duration age() {
        return Duration.ofSeconds(random.nextLong(YOUNGEST.toSeconds(), LONGEST_HISTORY.toSeconds()));
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }
}
