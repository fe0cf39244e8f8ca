package io.gangway.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.support.Feed;
import io.gangway.support.Http;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The four ends of a message, as its partner meets them through the API. */
@PlatformTest
class MessageEndsTests {
    private static final String MAPPING = """
            {"mapping": "scans", "target": "tracking-event/1", "steps": [
              {"operation": "keep", "spec": {"field": "type", "equals": "scans"}},
              {"operation": "shift", "spec": {"scans": {"*": {
                 "@(2,number)": "[&1].trackingNumber", "#acme": "[&1].carrier", "#IN_TRANSIT": "[&1].status",
                 "code": "[&1].rawCode", "at": "[&1].occurredAt"}}}},
              {"operation": "time", "spec": {"field": "occurredAt"}}]}""";

    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;
    private Tenant partner;
    private Feed feed;
    private Map<String, String> key = Map.of();

    MessageEndsTests(Tenancies tenancies, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void aPartnerWithAMappingOfItsOwn() {
        partner = tenancies.partner("Northwind");
        feed = tenancies.feed(partner, "easypost");
        tenancies.readBy(feed, MAPPING);
        key = tenancies.apiKey(partner);
    }

    @Test
    void recordsWhatIsReadableAndNamesWhatIsNot() {
        var number = number();
        var message = ended("""
                {"type": "scans", "number": "%s", "scans": [
                  {"code": "A", "at": "2026-01-01T10:00:00Z"}, {"code": "B", "at": "tomorrow"},
                  {"code": "C", "at": "2026-01-01T12:00:00Z"}]}""".formatted(number), "PARTLY_TRANSLATED");
        assertThat(message.path("events").asInt()).isEqualTo(2);
        assertThat(message.path("party").asString()).isEqualTo("PARTNER");
        assertThat(message.path("faults")).hasSize(1);
        assertThat(message.path("faults").get(0).path("pointer").asString()).contains("/1");
        assertThat(message.path("faults").get(0).path("detail").asString()).contains("tomorrow");
        assertThat(codesOf(number)).containsExactly("A", "C");
    }

    @Test
    void replaysTheUnreadablePartWithoutDoublingTheRest() {
        var number = number();
        var message = ended("""
                {"type": "scans", "number": "%s", "scans": [
                  {"code": "A", "at": "2026-01-01T10:00:00Z"}, {"code": "B", "at": "01.01.2026 11:00"}]}""".formatted(number), "PARTLY_TRANSLATED");
        tenancies.readBy(feed, MAPPING.replace("\"occurredAt\"}}", """
                "occurredAt", "formats": ["iso", "dd.MM.uuuu HH:mm"], "zone": "UTC"}}"""));
        var replayed =
                http.post("/v1/messages/%s/replay".formatted(message.path("id").asString()), new byte[0], key);
        assertThat(replayed.status()).isEqualTo(202);
        awaitResult(message.path("id").asString(), "TRANSLATED");
        assertThat(codesOf(number)).containsExactly("A", "B");
    }

    @Test
    void raisesNoAlarmForAMessageWithNothingToReport() {
        var message = ended("""
                {"type": "ping"}""", "NOTHING_TO_REPORT");
        assertThat(message.path("faults")).isEmpty();
        assertThat(message.path("events").asInt()).isZero();
        assertThat(http.get("/v1/messages?result=NOTHING_TO_REPORT", key).json().path("items"))
                .hasSize(1);
        assertThat(http.get("/v1/messages?result=DEAD", key).json().path("items"))
                .isEmpty();
        assertThat(Servers.management().get("/actuator/prometheus", Map.of()).body())
                .contains("gangway_messages_nothing_to_report_total");
    }

    @Test
    void keepsWhatCannotBeReadAtAllAsADeadLetter() {
        var message = ended("""
                {"type": "scans", "scans": [{"code": "A", "at": "2026-01-01T10:00:00Z"}]}""", "DEAD");
        assertThat(message.path("faults").get(0).path("code").asString()).isEqualTo("missing-field");
    }

    @Test
    void showsNoMessageToAnotherPartner() {
        var id = ended("{\"type\": \"ping\"}", "NOTHING_TO_REPORT").path("id").asString();
        var other = tenancies.apiKey(tenancies.partner("Baltic"));
        assertThat(http.get("/v1/messages/" + id, other).status()).isEqualTo(404);
        assertThat(http.post("/v1/messages/%s/replay".formatted(id), new byte[0], other)
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/v1/messages", other).json().path("items")).isEmpty();
    }

    /** The time inside an id can be beyond what PostgreSQL reads. */
    @ParameterizedTest
    @ValueSource(strings = {"00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff"})
    void knowsNoMessageOfAnIdThatNobodyGave(String digits) {
        assertThat(http.get("/v1/messages/msg_" + digits, key).status()).isEqualTo(404);
        assertThat(http.post("/v1/messages/msg_%s/replay".formatted(digits), new byte[0], key)
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/v1/messages?after=msg_" + digits, key).status()).isEqualTo(200);
    }

    @Test
    void refusesQueriesThatMakeNoSense() {
        var answer = http.get("/v1/messages?result=REFUSED&after=x&limit=0", key);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors")).hasSize(3);
        assertThat(http.get("/v1/messages?limit=many", key).status()).isEqualTo(400);
    }

    private JsonNode ended(String body, String result) {
        var id = feed.post(body, clock.instant()).json().path("messageId").asString();
        return awaitResult(id, result);
    }

    private JsonNode awaitResult(String id, String result) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(http.get("/v1/messages/" + id, key)
                                .json()
                                .path("result")
                                .asString())
                        .isEqualTo(result));
        return http.get("/v1/messages/" + id, key).json();
    }

    private static java.util.List<String> codesOf(String number) {
        return Servers.rows("""
                SELECT e.raw_code FROM event e JOIN shipment s ON s.id = e.shipment_id
                WHERE s.tracking_number = '%s' ORDER BY e.occurred_at""".formatted(number));
    }

    private static String number() {
        return "N"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }
}
