package io.gangway.bench;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.visibility.ShipmentFilter;
import io.gangway.visibility.TrackedShipments;
import io.gangway.visibility.Viewer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Calls the portal's queries and prints how long they took; runs on the product's class path. */
final class SearchProbe {
    private static final int WARM_UP = 30;
    private static final int CALLS = 300;

    private final TrackedShipments shipments;
    private final Viewer customer = new Viewer.Customer(new TenantId(UUID.fromString(SearchBench.CUSTOMER)));

    private SearchProbe(TrackedShipments shipments) {
        this.shipments = shipments;
    }

    public static void main(String[] arguments) throws ClassNotFoundException {
        var source = new SingleConnectionDataSource(
                arguments[0], System.getenv("PORTAL_USERNAME"), System.getenv("PORTAL_PASSWORD"), true);
        try (var context = new GenericApplicationContext()) {
            context.registerBean(
                    TenantDatabase.class,
                    () -> new TenantDatabase(JdbcClient.create(source), new JdbcTransactionManager(source)));
            // Nobody asks it: only the customer's view is measured.
            context.registerBean(CrossTenantDatabase.class, () -> new CrossTenantDatabase(source));
            var reader = new AnnotatedBeanDefinitionReader(context);
            reader.register(TrackedShipments.class, Class.forName("io.gangway.visibility.ShipmentSearch"));
            context.refresh();
            new SearchProbe(context.getBean(TrackedShipments.class)).run();
        } finally {
            source.destroy();
        }
    }

    private void run() {
        var newest = shipments.page(customer, filter(Set.of(), ""), 0, 1_000);
        var oldest = shipments.after(customer, filter(Set.of(), "SO-2026-0000"), null, 500);
        Map<String, IntConsumer> calls = new LinkedHashMap<>();
        calls.put("list", call -> page(Set.of(), "", 0));
        calls.put("list_end", call -> page(Set.of(), "", 950));
        calls.put("list_one_status", call -> page(Set.of(ShipmentStatus.LOST), "", 0));
        calls.put(
                "list_some_statuses",
                call -> page(EnumSet.of(ShipmentStatus.EXCEPTION, ShipmentStatus.LOST, ShipmentStatus.DELAYED), "", 0));
        calls.put("list_count", call -> shipments.count(customer, filter(Set.of(), "")));
        calls.put("chips", call -> shipments.countByStatus(customer, Environment.LIVE));
        calls.put(
                "search_number", call -> search(newest.get(call % newest.size()).trackingNumber()));
        calls.put(
                "search_order",
                call -> search(String.valueOf(newest.get(call % newest.size()).orderReference())));
        calls.put(
                "search_beginning",
                call -> search(newest.get(call % newest.size()).trackingNumber().substring(0, 7)));
        calls.put(
                "search_common_beginning",
                call -> search(List.of("1Z", "RR", "SO-2026").get(call % 3)));
        calls.put(
                "search_ending",
                call -> search(ending(newest.get(call % newest.size()).trackingNumber(), 6)));
        calls.put(
                "search_common_ending", call -> search(List.of("DE", "00", "7").get(call % 3)));
        calls.put(
                "search_part",
                call -> search(newest.get(call % newest.size()).trackingNumber().substring(3, 10)));
        calls.put(
                "search_common_part",
                call -> search(List.of("2026", "R12", "Z9A", "O20").get(call % 4)));
        calls.put("search_nothing", call -> search("NOSUCH" + call));
        calls.put("search_with_status", call -> page(Set.of(ShipmentStatus.DELIVERED), "1Z", 0));
        calls.put(
                "timeline",
                call -> shipments.timeline(
                        customer,
                        Environment.LIVE,
                        oldest.get(call % oldest.size()).id()));
        calls.put(
                "shipment",
                call -> shipments.find(
                        customer,
                        Environment.LIVE,
                        newest.get(call % newest.size()).id()));
        calls.forEach(SearchProbe::measure);
    }

    private static void measure(String name, IntConsumer call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.accept(i);
        }
        var times = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            var begun = System.nanoTime();
            call.accept(WARM_UP + i);
            times[i] = System.nanoTime() - begun;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "search.%s.p50 %.2f%n", name, times[CALLS / 2] / 1e6);
        System.out.printf(Locale.ROOT, "search.%s.p99 %.2f%n", name, times[CALLS * 99 / 100] / 1e6);
    }

    private static String ending(String number, int length) {
        return number.substring(number.length() - length);
    }

    private void search(String text) {
        page(Set.of(), text, 0);
    }

    private void page(Set<ShipmentStatus> statuses, String text, int offset) {
        shipments.page(customer, filter(statuses, text), offset, 50);
    }

    private static ShipmentFilter filter(Set<ShipmentStatus> statuses, String text) {
        return new ShipmentFilter(Environment.LIVE, statuses, text, null);
    }
}
