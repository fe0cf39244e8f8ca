package io.gangway.shipment;

import static io.gangway.shipment.NumberHistory.message;
import static io.gangway.shipment.Said.at;
import static io.gangway.shipment.Said.event;

import io.gangway.canonical.Place;
import io.gangway.canonical.ShipmentStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** Messages about one number. Much is the same in several of them, since there the order is easily lost. */
final class RandomReadings {
    private RandomReadings() {}

    static List<MessageReading> of(Random random, int messages) {
        var readings = new ArrayList<MessageReading>();
        for (int i = 0; i < messages; i++) {
            var connection = random.nextInt(4) == 0 ? NumberHistory.OTHER_CONNECTION : NumberHistory.CONNECTION;
            for (int revision = 1; revision == 1 || (revision <= 3 && random.nextInt(5) == 0); revision++) {
                var events = new Said[random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(4)];
                for (int j = 0; j < events.length; j++) {
                    events[j] = said(random);
                }
                readings.add(message(connection, i, revision, events));
            }
        }
        return readings;
    }

    private static Said said(Random random) {
        var statuses = ShipmentStatus.values();
        var said = event(0, statuses[random.nextInt(statuses.length)])
                .occurred(random.nextInt(3) == 0 ? Said.day(100 * random.nextInt(6)) : at(random.nextInt(4)))
                .code("code-" + random.nextInt(3));
        if (random.nextInt(4) == 0) {
            said.id("id-" + random.nextInt(4));
        }
        if (random.nextBoolean()) {
            said.reported(at(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            said.place(new Place(
                    random.nextBoolean() ? "City " + random.nextInt(2) : null,
                    random.nextBoolean() ? "Region " + random.nextInt(2) : null,
                    null,
                    "DE"));
        }
        if (random.nextInt(3) == 0) {
            said.packages(
                    random.nextBoolean()
                            ? new String[] {"P" + random.nextInt(3)}
                            : new String[] {"P" + random.nextInt(3), "P3"});
        }
        if (random.nextInt(3) == 0) {
            said.estimate(
                    random.nextBoolean() ? at(100 + random.nextInt(5)) : null,
                    random.nextBoolean() ? LocalDate.of(2026, 4, 1 + random.nextInt(5)) : null);
        }
        if (random.nextInt(3) == 0) {
            said.text("Text " + random.nextInt(3)).service("Service " + random.nextInt(2));
        }
        if (random.nextInt(3) == 0) {
            said.references("SO-" + random.nextInt(3)).account("A" + random.nextInt(2));
        }
        return random.nextInt(3) == 0 ? said.number("1zq-a5") : said;
    }

    /** Sorts the readings of each message; everything else stays in its order. */
    static List<MessageReading> newReadingsAfterOldOnes(List<MessageReading> arrived) {
        var ofMessage = new HashMap<Object, ArrayList<MessageReading>>();
        arrived.forEach(reading -> ofMessage
                .computeIfAbsent(reading.message(), message -> new ArrayList<>())
                .add(reading));
        ofMessage.values().forEach(readings -> readings.sort(Comparator.comparing(MessageReading::revision)));
        return arrived.stream()
                .map(reading -> ofMessage.get(reading.message()).removeFirst())
                .toList();
    }
}
