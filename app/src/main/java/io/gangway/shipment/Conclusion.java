package io.gangway.shipment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What follows from everything that is known of a number.
 *
 * @param stated all statements, with what is concluded of each
 * @param shipments the lives of the number, in order
 * @param homes which shipment is which life
 * @param needed reports without which something else would follow
 */
record Conclusion(List<StatedEvent> stated, List<Shipment> shipments, ShipmentHomes homes, Set<Report> needed) {

    static Conclusion of(
            String shown,
            Collection<Shipment> before,
            Collection<StatedEvent> stated,
            Collection<Report> reports,
            Supplier<UUID> ids) {
        var reported = ReportedEvents.inOrder(stated, reports);
        var lives = Lives.split(ReportedEvents.merge(reported));
        var lifeOf = lifeOf(lives);
        var homes = ShipmentHomes.of(before, stated, lifeOf, lives.size(), ids);
        var reportsOf = reportsByLife(reports, lifeOf, lives.size());
        var needed = lastReports(reports);
        var shipments = new ArrayList<Shipment>();
        for (int life = 0; life < lives.size(); life++) {
            var gathered = GatheredReports.of(reportsOf.get(life));
            needed.addAll(gathered.needed());
            shipments.add(new Shipment(
                    homes.of(life),
                    shown,
                    gathered.accountNumber(),
                    gathered.references(),
                    ShipmentFold.fold(lives.get(life), gathered.estimate())));
        }
        return new Conclusion(concluded(stated, reported, lifeOf, homes), shipments, homes, needed);
    }

    private static Map<UUID, Integer> lifeOf(List<List<ShipmentEvent>> lives) {
        var lifeOf = new HashMap<UUID, Integer>();
        for (int life = 0; life < lives.size(); life++) {
            for (var event : lives.get(life)) {
                for (var statement : event.statements()) {
                    lifeOf.put(statement.id(), life);
                }
            }
        }
        return lifeOf;
    }

    /** A sender repeats the past; what else it reports is about the last life that it speaks of. In order of report. */
    private static List<List<Report>> reportsByLife(Collection<Report> reports, Map<UUID, Integer> lifeOf, int lives) {
        var byLife = new ArrayList<List<Report>>();
        for (int life = 0; life < lives; life++) {
            byLife.add(new ArrayList<>());
        }
        reports.stream()
                .sorted()
                .forEach(report -> report.events().stream()
                        .map(lifeOf::get)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .ifPresent(life -> byLife.get(life).add(report)));
        return byLife;
    }

    private static Set<Report> lastReports(Collection<Report> reports) {
        var last = new HashMap<UUID, Report>();
        reports.stream().sorted().forEach(report -> report.events().forEach(event -> last.put(event, report)));
        return new HashSet<>(last.values());
    }

    private static List<StatedEvent> concluded(
            Collection<StatedEvent> stated,
            List<StatedEvent> reported,
            Map<UUID, Integer> lifeOf,
            ShipmentHomes homes) {
        var concluded = new ArrayList<StatedEvent>();
        var seen = new HashSet<UUID>();
        for (var event : reported) {
            seen.add(event.id());
            concluded.add(event.concluded(
                    homes.of(Objects.requireNonNull(lifeOf.get(event.id()))), event.revision(), event.standing()));
        }
        for (var event : stated) {
            if (!seen.contains(event.id())) {
                concluded.add(event.concluded(homes.heir(event.shipment()), event.revision(), 0));
            }
        }
        return concluded;
    }
}
