package io.gangway.local.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One parcel from the label to the door, planned ahead.
 *
 * @param orderReference of the shipper
 * @param recipient who gets it
 * @param grams what it weighs
 * @param steps in the order of time
 */
record Journey(
        String sender, String trackingNumber, String orderReference, String recipient, int grams, List<Step> steps) {
    Journey {
        steps = List.copyOf(steps);
    }

    City destination() {
        return steps.getLast().city();
    }

    City origin() {
        return steps.getFirst().city();
    }

    /** How many steps lie behind at that time. */
    int reachedAt(Instant now) {
        return (int) steps.stream().filter(step -> !step.at().isAfter(now)).count();
    }

    List<Step> firstSteps(int reached) {
        return steps.subList(0, reached);
    }

    /** The same with one step at another time, and those after it as much earlier or later. */
    Journey withStepAt(int index, Instant at) {
        var shift = Duration.between(steps.get(index).at(), at);
        var shifted = new ArrayList<>(steps.subList(0, index));
        for (var step : steps.subList(index, steps.size())) {
            shifted.add(new Step(step.phase(), step.city(), step.at().plus(shift)));
        }
        return new Journey(sender, trackingNumber, orderReference, recipient, grams, shifted);
    }
}
