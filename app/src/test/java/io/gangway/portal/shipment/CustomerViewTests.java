package io.gangway.portal.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.grid.Grid;
import io.gangway.canonical.TrackingNumbers;
import io.gangway.kernel.Environment;
import io.gangway.portal.shell.ViewTest;
import io.gangway.shipment.Orders;
import io.gangway.support.EasyPost;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerViewTests extends ViewTest {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final Orders orders;
    private final SettableClock clock;

    CustomerViewTests(Tenancies tenancies, Orders orders, SettableClock clock) {
        super(tenancies);
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    protected Tenant register(Tenancies tenancies) {
        return tenancies.customer("Acme");
    }

    @Test
    void anEmptyListSaysHowShipmentsComeIntoIt() {
        assertThat(open("shipments"))
                .contains(
                        "No shipments yet",
                        "Register your orders through the API",
                        organization().name());
        assertThat($(Grid.class).all()).isEmpty();
    }

    @Test
    void theListIsSearchedAndFilteredByItsAddress() {
        var number = shipped(organization());
        open("shipments");
        assertThat(test($(Grid.class).single()).size()).isEqualTo(1);
        assertThat(open("shipments?q=" + number.substring(6))).contains("1 in this list");
        assertThat(open("shipments?show=on_its_way")).contains("1 in this list");
        assertThat(open("shipments?show=done")).contains("Nothing matches");
        assertThat(open("shipments?q=elsewhere")).contains("Nothing matches");
    }

    @Test
    void aShipmentShowsItsTimelineWithTheSendersOwnWords() {
        var number = shipped(organization());
        assertThat(open("shipments/" + publicId(number)))
                .contains(number, "Picked up", "Announced", "SO-" + number, "Orlando")
                .contains("Shipment information sent to carrier");
    }

    @Test
    void anotherCustomersShipmentDoesNotExist() {
        var number = shipped(tenancies().customer("Birch"));
        assertThat(open("shipments/" + publicId(number)))
                .contains("There is nothing here")
                .doesNotContain(number);
        assertThat(open("shipments/shp_nonsense")).contains("There is nothing here");
        assertThat(open("shipments")).contains("No shipments yet");
    }

    /** Changed without a signal, which is what a page sees of a signal that is lost. */
    @Test
    void whatAPageHasMissedIsShownWhenSignalsCanBeHeardAgain() {
        var number = shipped(organization());
        assertThat(open("shipments/" + publicId(number))).doesNotContain("Delivered");
        Servers.execute("UPDATE shipment SET status = 'DELIVERED' WHERE tracking_number = '%s'".formatted(number));
        assertThat(shown()).doesNotContain("Delivered");
        assertThat(
                        Servers.rows(
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gangway-signals'"))
                .containsExactly("t");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(shown()).contains("Delivered"));
    }

    private String shipped(Tenant customer) {
        var partner = tenancies().partner("Northwind");
        tenancies().account(customer, partner);
        var number = TrackingNumbers.key("EZ" + UUID.randomUUID());
        orders.register(customer.id(), Environment.LIVE, "SO-" + number, List.of(number));
        tenancies()
                .feed(partner, "easypost")
                .post(
                        EasyPost.tracker(number)
                                .announced(THEN)
                                .pickedUp(THEN.plusSeconds(60))
                                .json(),
                        clock.instant());
        await().atMost(Duration.ofSeconds(10)).until(() -> !found(number).isEmpty());
        return number;
    }

    private static String publicId(String number) {
        return "shp_" + found(number).getFirst().replace("-", "");
    }

    private static List<String> found(String number) {
        return Servers.rows("SELECT id FROM shipment WHERE tracking_number = '%s'".formatted(number));
    }
}
