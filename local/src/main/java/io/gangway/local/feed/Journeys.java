package io.gangway.local.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up parcels. The same generator makes the same parcels. */
final class Journeys {
    private static final List<String> RECIPIENTS = List.of(
            "J. Doe", "M. Keller", "A. Jansen", "S. Okafor", "L. Novak", "R. Silva", "K. Lindqvist", "T. Braun");

    private final RandomGenerator random;
    private int orders = 10_000;

    Journeys(RandomGenerator random) {
        this.random = random;
        // Orders of different runs should not be mistaken for each other.
        orders += random.nextInt(80_000) * 10;
    }

    Journey starting(String sender, Instant announced) {
        var cities = switch (sender) {
            case "gls", "dhl-unified" -> City.GERMAN;
            case "sendcloud" -> City.DUTCH;
            default -> City.AMERICAN;
        };
        var origin = any(cities);
        var hub = any(cities, origin);
        var destination = any(cities, origin);
        return new Journey(
                sender,
                trackingNumber(sender),
                "SO-" + orders++,
                any(RECIPIENTS),
                random.nextInt(250, 12_000),
                steps(announced, origin, hub, destination));
    }

    private List<Step> steps(Instant announced, City origin, City hub, City destination) {
        var plan = new ArrayList<Step>();
        var time = announced.truncatedTo(ChronoUnit.SECONDS);
        plan.add(new Step(Phase.ANNOUNCED, origin, time));
        plan.add(new Step(Phase.PICKED_UP, origin, time = later(time, 5)));
        plan.add(new Step(Phase.ARRIVED, hub, time = later(time, 9)));
        plan.add(new Step(Phase.DEPARTED, hub, time = later(time, 4)));
        if (oneIn(25)) {
            plan.add(new Step(Phase.UNHEARD_OF, hub, time = later(time, 2)));
        }
        plan.add(new Step(Phase.ARRIVED, destination, time = later(time, 11)));
        plan.add(new Step(Phase.OUT_FOR_DELIVERY, destination, time = later(time, 6)));
        if (oneIn(6)) {
            plan.add(new Step(Phase.ATTEMPT_FAILED, destination, time = later(time, 4)));
            plan.add(new Step(Phase.OUT_FOR_DELIVERY, destination, time = later(time, 18)));
        } else if (oneIn(7)) {
            plan.add(new Step(Phase.READY_FOR_PICKUP, destination, time = later(time, 4)));
        }
        plan.add(new Step(Phase.DELIVERED, destination, later(time, 4)));
        return plan;
    }

    private Instant later(Instant time, int hours) {
        var usual = Duration.ofHours(hours).toSeconds();
        return time.plusSeconds(random.nextLong(usual * 6 / 10, usual * 15 / 10));
    }

    private String trackingNumber(String sender) {
        return switch (sender) {
            case "easypost" -> digits("7", 11);
            case "aftership" -> digits("94001102", 14);
            case "gls" -> digits("53", 9);
            case "dhl-unified" -> digits("77", 8);
            case "ups" -> digits("1Z999AA1", 10);
            case "sendcloud" -> digits("3SYZXG", 9);
            default -> throw new IllegalArgumentException("There are no parcels of the sender '" + sender + "'.");
        };
    }

    private String digits(String prefix, int count) {
        var number = new StringBuilder(prefix);
        random.ints(count, 0, 10).forEach(number::append);
        return number.toString();
    }

    private City any(List<City> cities, City but) {
        return any(cities.stream().filter(city -> !city.equals(but)).toList());
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }
}
