package io.gangway.portal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import io.gangway.canonical.TrackingNumbers;
import io.gangway.ops.DeadLetter;
import io.gangway.portal.shell.ViewTest;
import io.gangway.support.EasyPost;
import io.gangway.support.Feed;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperatorViewTests extends ViewTest {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final SettableClock clock;

    OperatorViewTests(Tenancies tenancies, SettableClock clock) {
        super(tenancies);
        this.clock = clock;
    }

    @Override
    protected Tenant register(Tenancies tenancies) {
        return tenancies.operator();
    }

    @Test
    void deadLettersAreFoundByPartnerAndSplitByThePartyAtFault() {
        var feed = died();
        assertThat(open("dead-letters?q=" + feed.endpoint().token())).contains("Nothing matches");
        var search = feed.partner().name().replace(" ", "%20");
        assertThat(open("dead-letters?q=" + search)).contains("1 in this list");
        assertThat(open("dead-letters?party=partner&q=" + search)).contains("1 in this list");
        assertThat(open("dead-letters?party=platform&q=" + search)).contains("Nothing matches");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aReplayWaitsForAChoice() {
        var feed = died();
        open("dead-letters?q=" + feed.partner().name().replace(" ", "%20"));
        var replay = $(Button.class).withText("Replay selected").single();
        assertThat(replay.isEnabled()).isFalse();
        Grid<DeadLetter> grid = $(Grid.class).single();
        grid.select((DeadLetter) test(grid).getRow(0));
        assertThat(replay.isEnabled()).isTrue();
    }

    @Test
    void everyPartnersShipmentsAreInSight() {
        var feed = tenancies().feed(tenancies().partner("Northwind"), "easypost");
        var number = TrackingNumbers.key("EZ-OPERATOR-" + feed.endpoint().token());
        feed.post(EasyPost.tracker(number).announced(THEN).json(), clock.instant());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(state(feed)).isEqualTo("TRANSLATED 0"));
        assertThat(open("shipments?q=" + number)).contains("1 in this list");
        var id = Servers.rows("SELECT id FROM shipment WHERE tracking_number = '%s'".formatted(number))
                .getFirst()
                .replace("-", "");
        assertThat(open("shipments/shp_" + id))
                .contains(number, "Announced", "No customer yet", feed.partner().name());
    }

    /** A message that its mapping can't read. */
    private Feed died() {
        var feed = tenancies().feed(tenancies().partner("Parcelway"), "easypost", "easypost", "gls");
        feed.post(EasyPost.tracker("EZ-DEAD").announced(THEN).json(), clock.instant());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(state(feed)).isEqualTo("DEAD 0"));
        return feed;
    }

    private static String state(Feed feed) {
        return Servers.rows("SELECT state || ' ' || replays FROM message WHERE tenant_id = '%s'"
                        .formatted(feed.partner().id().value()))
                .getFirst();
    }
}
