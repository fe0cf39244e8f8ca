package io.gangway.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.portal.shell.ViewTest;
import io.gangway.support.EasyPost;
import io.gangway.support.Feed;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A code that no list knows waits for a person, whose answer corrects the shipments that have it. */
class UnmappedCodeTests extends ViewTest {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final SettableClock clock;

    UnmappedCodeTests(Tenancies tenancies, SettableClock clock) {
        super(tenancies);
        this.clock = clock;
    }

    @Override
    protected Tenant register(Tenancies tenancies) {
        return tenancies.partner("Northwind");
    }

    @Test
    void anEmptyListSaysThatAllIsWell() {
        assertThat(open("codes")).contains("Every code has a meaning");
    }

    @Test
    void aCodeWithoutAMeaningIsListedAndAnsweredOnce() {
        var feed = tenancies().feed(organization(), "easypost");
        var first = odd(feed);
        var second = odd(feed);
        var page = open("codes");
        assertThat(page).contains("Unmapped codes", "1 code");
        assertThat(Servers.rows("""
                SELECT count(*) FROM unmapped_code_sighting WHERE tenant_id = '%s'""".formatted(organization().id().value()))).containsExactly("2");

        ((Button) test($(Grid.class).single()).getCellComponent(0, "assign")).click();
        $(Button.class).withText("Add row and read 2 messages again").single().click();
        assertThat($(ComboBox.class).single().getErrorMessage()).isEqualTo("Choose what the code means.");
        choose(ShipmentStatus.CUSTOMS);
        $(Button.class).withText("Add row and read 2 messages again").single().click();

        for (var number : List.of(first, second)) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(status(number)).containsExactly("CUSTOMS"));
        }
        open("messages");
        assertThat(open("codes")).contains("Every code has a meaning");
    }

    @SuppressWarnings("unchecked")
    private void choose(ShipmentStatus status) {
        ((ComboBox<ShipmentStatus>) $(ComboBox.class).single()).setValue(status);
    }

    /** Posts a message with a code that nobody knows, and returns its tracking number. */
    private String odd(Feed feed) {
        var number = "EZ" + UUID.randomUUID().toString().replaceAll("[^0-9]", "");
        feed.post(
                EasyPost.tracker(number)
                        .with(THEN, "teleported", "beamed_up", "TP", "Beamed up", "ORLANDO")
                        .json(),
                clock.instant());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(status(number)).containsExactly("UNKNOWN"));
        return number;
    }

    private static List<String> status(String number) {
        return Servers.rows("SELECT status FROM shipment WHERE tracking_number = '%s'".formatted(number));
    }
}
