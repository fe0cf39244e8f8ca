package io.gangway.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.grid.Grid;
import io.gangway.portal.shell.ViewTest;
import io.gangway.support.EasyPost;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartnerViewTests extends ViewTest {
    private static final String NAMELESS = """
            {"result":{"carrier":"FedEx","tracking_details":[
                {"datetime":"2026-01-01T00:00:00Z","status":"delivered","message":"Delivered"}]}}""";
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final SettableClock clock;

    PartnerViewTests(Tenancies tenancies, SettableClock clock) {
        super(tenancies);
        this.clock = clock;
    }

    @Override
    protected Tenant register(Tenancies tenancies) {
        return tenancies.partner("Northwind");
    }

    @Test
    void emptyListsSayWhatFillsThem() {
        assertThat(open("messages")).contains("No messages yet", "Post a signed webhook");
        assertThat(open("shipments")).contains("No shipments yet");
    }

    @Test
    void aMessageTellsWhatWasReceivedAndWhatBecameOfIt() {
        var id = posted(
                organization(), EasyPost.tracker("EZ-PARTNER").announced(THEN).json(), "TRANSLATED");
        open("messages");
        assertThat(test($(Grid.class).single()).size()).isEqualTo(1);
        assertThat(open("messages/" + id))
                .contains("Translated", "X-Hmac-Signature", "EZ-PARTNER", "easypost")
                .contains("read 1 event, 1 of them new");
        open("shipments");
        assertThat(test($(Grid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void aDeadLetterNamesTheFaultAndWhatHappensNext() {
        var id = posted(organization(), NAMELESS, "DEAD");
        assertThat(open("messages/" + id))
                .contains("Dead letter", "missing-field", "trackingNumber", "Once the cause is fixed, replay it");
        assertThat(open("messages?show=dead")).contains("1 in this list");
        assertThat(open("messages?show=refused")).contains("Nothing matches");
    }

    @Test
    void anotherPartnersMessageDoesNotExist() {
        var id = posted(tenancies().partner("Baltic"), "{}", "DEAD");
        assertThat(open("messages/" + id)).contains("There is nothing here");
    }

    private String posted(Tenant partner, String body, String state) {
        var answer = tenancies().feed(partner, "easypost").post(body, clock.instant());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Servers.rows("SELECT state FROM message WHERE tenant_id = '%s'"
                                .formatted(partner.id().value())))
                        .containsExactly(state));
        return answer.json().path("messageId").asString();
    }
}
