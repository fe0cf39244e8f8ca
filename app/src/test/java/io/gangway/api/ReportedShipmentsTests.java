package io.gangway.api;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What senders report, from their webhooks to a customer's API. */
@PlatformTest
class ReportedShipmentsTests {
    private final Tenancies tenancies;
    private final Http http;
    private final SettableClock clock;
    private Tenant partner;
    private Map<String, String> key = Map.of();

    ReportedShipmentsTests(Tenancies tenancies, Http http, SettableClock clock) {
        this.tenancies = tenancies;
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void oneCustomerOfOnePartner() {
        var customer = tenancies.customer("Acme");
        partner = tenancies.partner("Northwind");
        tenancies.account(customer, partner);
        key = tenancies.apiKey(customer);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlaceThatArrivesLaterCompletesTheEvent(boolean placeLast) {
        order("A9");
        var bare = checkpoint("a", "null", "null");
        var placed = checkpoint("b", "\"Leeds\"", "\"GBR\"");
        post("aftership", placeLast ? List.of(bare, placed) : List.of(placed, bare));
        var events = events(onlyShipment());
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().path("place").path("city").asString()).isEqualTo("Leeds");
        assertThat(events.getFirst().path("place").path("countryCode").asString())
                .isEqualTo("GB");
        assertThat(onlyShipment().path("eventCount").asInt()).isEqualTo(1);
    }

    private static String checkpoint(String id, String city, String country) {
        return """
                {"event_id": "%s", "msg": {"slug": "dhl", "tracking_number": "A9", "checkpoints": [
                  {"checkpoint_time": "2026-01-10T00:00:00", "tag": "InfoReceived", "subtag": "InfoReceived_001",
                   "message": "Shipment information received", "city": %s, "country_iso3": %s}]}}
                """.formatted(id, city, country);
    }

    @Test
    void whatIsDeliveredOnItsWayBackHasReturned() {
        order("1ZQA2");
        post(
                "ups",
                List.of(
                        alert("1ZQA2", "I", "005", "20260112", "070000"),
                        alert("1ZQA2", "X", "064", "20260112", "100000"),
                        alert("1ZQA2", "X", "035", "20260113", "080000"),
                        alert("1ZQA2", "D", "011", "20260115", "090000")));
        var shipment = onlyShipment();
        assertThat(shipment.path("status").asString()).isEqualTo("RETURNED");
        assertThat(shipment.path("deliveredAt").asString("")).isEmpty();
        assertThat(events(shipment).getFirst().path("status").asString()).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "3210", "2031"})
    void aNumberUsedAgainIsANewShipment(String order) {
        order("1ZQA4");
        var alerts = List.of(
                alert("1ZQA4", "I", "005", "20240110", "070000"),
                alert("1ZQA4", "D", "011", "20240112", "100000"),
                alert("1ZQA4", "M", "003", "20260110", "080000"),
                alert("1ZQA4", "I", "005", "20260111", "080000"));
        post("ups", order.chars().mapToObj(digit -> alerts.get(digit - '0')).toList());
        assertThat(shipments(""))
                .extracting(
                        shipment -> shipment.path("status").asString(),
                        shipment -> shipment.path("firstEventAt").asString(),
                        shipment -> shipment.path("eventCount").asInt())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("DELIVERED", "2024-01-10T07:00:00Z", 2),
                        org.assertj.core.api.Assertions.tuple("IN_TRANSIT", "2026-01-10T08:00:00Z", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1zqa5", "1ZQ A5", " 1ZQ-a5 "})
    void oneNumberIsOneShipmentHoweverItIsWritten(String ordered) {
        order(ordered);
        post(
                "ups",
                List.of(
                        alert("1ZQA5", "I", "005", "20260112", "070000"),
                        alert("1zqa5", "D", "011", "20260113", "070000")));
        var shipment = onlyShipment();
        assertThat(shipment.path("status").asString()).isEqualTo("DELIVERED");
        assertThat(shipment.path("orderReference").asString()).isEqualTo("SO-1");
        assertThat(shipment.path("trackingNumber").asString()).isEqualTo("1ZQA5");
        for (var written : List.of("1ZQ%20A5", "1zqa5", "zq-a5")) {
            assertThat(shipments("?q=" + written)).as(written).containsExactly(shipment);
        }
    }

    @Test
    void anOrderFindsWhatCameBeforeHoweverItsNumberIsWritten() {
        post("ups", List.of(alert("1ZQA5", "I", "005", "20260112", "070000")));
        assertThat(order("1zq a5").path("claimedShipments").asInt()).isEqualTo(1);
        assertThat(onlyShipment().path("trackingNumber").asString()).isEqualTo("1ZQA5");
    }

    @Test
    void aShipmentIsDeliveredWithTheLastOfItsPackages() {
        order("JD1");
        post("dhl-unified", List.of("""
                {"shipments": [{"id": "JD1", "service": "express", "details": {"pieceIds": ["P1", "P2"]}, "events": [
                  {"timestamp": "2026-01-20T09:00:00+01:00", "statusCode": "transit", "description": "transit"},
                  {"timestamp": "2026-01-21T09:00:00+01:00", "statusCode": "delivered", "description": "delivered",
                   "pieceIds": ["P1"]},
                  {"timestamp": "2026-01-22T09:00:00+01:00", "statusCode": "delivered", "description": "delivered",
                   "pieceIds": ["P2"]}]}]}
                """));
        var shipment = onlyShipment();
        assertThat(shipment.path("status").asString()).isEqualTo("DELIVERED");
        assertThat(shipment.path("deliveredAt").asString()).isEqualTo("2026-01-22T08:00:00Z");
    }

    @Test
    void twoSendersOfOnePartnerReportOneShipment() {
        order("EZ9");
        post("easypost", List.of(tracker("null")));
        post("aftership", List.of("""
                {"event_id": "a", "msg": {"slug": "ups", "tracking_number": "EZ9", "checkpoints": [
                  {"checkpoint_time": "2026-01-12T08:00:00+00:00", "tag": "Delivered", "subtag": "Delivered_001"}]}}
                """));
        var shipment = onlyShipment();
        assertThat(shipment.path("status").asString()).isEqualTo("DELIVERED");
        assertThat(shipment.path("carrier").asString()).isEqualTo("UPS");
        assertThat(shipment.path("carrierName").asString()).isEqualTo("UPS");
        assertThat(events(shipment)).hasSize(2);
    }

    @Test
    void twoPartnersReportTwoShipments() {
        order("EZ9");
        post("easypost", List.of(tracker("null")));
        var other = tenancies.partner("Baltic");
        var feed = tenancies.feed(other, "easypost");
        feed.post(tracker("null"), clock.instant());
        awaitTranslation(feed.partner(), 1);
        assertThat(shipments(""))
                .singleElement()
                .satisfies(shipment ->
                        assertThat(shipment.path("partner").asString()).isEqualTo(partner.name()));
        assertThat(Servers.rows("SELECT customer_id FROM shipment WHERE tenant_id = '%s' AND customer_id IS NULL"
                        .formatted(other.id().value())))
                .hasSize(1);
    }

    @Test
    void theEstimateThatIsReportedLastHolds() {
        order("EZ9");
        post("easypost", List.of(tracker("\"2026-01-15T00:00:00Z\""), tracker("\"2026-01-13T00:00:00Z\"")));
        var shipment = onlyShipment();
        assertThat(estimate(shipment)).startsWith("2026-01-13");
        assertThat(events(shipment)).hasSize(1);
        post("easypost", List.of(tracker("\"2026-01-14T00:00:00Z\"")));
        assertThat(estimate(onlyShipment())).startsWith("2026-01-14");
        assertThat(events(shipment)).hasSize(1);
    }

    /** A time, or the day if the sender's words mean a day alone. */
    private static String estimate(JsonNode shipment) {
        return shipment.path("estimatedDeliveryAt").asString("")
                + shipment.path("estimatedDeliveryOn").asString("");
    }

    private static String tracker(String estimate) {
        return """
                {"description": "tracker.updated", "result": {"tracking_code": "EZ9", "carrier": "UPS",
                  "status": "in_transit", "est_delivery_date": %s, "updated_at": "2026-01-12T10:00:00Z",
                  "tracking_details": [{"datetime": "2026-01-10T08:00:00Z", "status": "in_transit",
                    "status_detail": null, "message": "m",
                    "tracking_location": {"city": "Macon", "state": "GA", "country": "US", "zip": "31201"}}]}}
                """.formatted(estimate);
    }

    @Test
    void aMessageThatIsReadAgainWithoutNewsChangesNothing() {
        order("1ZQA6");
        var feed = post("ups", List.of(alert("1ZQA6", "I", "005", "20260112", "070000")));
        var before = onlyShipment();
        Servers.rows("UPDATE message SET state = 'RECEIVED', due_at = received_at WHERE tenant_id = '%s' RETURNING id"
                .formatted(feed.partner().id().value()));
        awaitTranslation(feed.partner(), 1);
        assertThat(onlyShipment()).isEqualTo(before);
    }

    private static String alert(String number, String type, String code, String date, String time) {
        return """
                {"trackingNumber": "%s",
                 "activityLocation": {"city": "Macon", "stateProvince": "GA", "postalCode": "", "country": "US"},
                 "activityStatus": {"type": "%s", "code": "ZZ", "description": "x", "descriptionCode": "%s"},
                 "gmtActivityDate": "%s", "gmtActivityTime": "%s"}
                """.formatted(number, type, code, date, time);
    }

    /** Each message is read before the next one is sent. */
    private Feed post(String sender, List<String> bodies) {
        var feed = sender.equals("dhl-unified")
                ? tenancies.feed(partner, sender, "standard-webhooks")
                : tenancies.feed(partner, sender);
        for (var body : bodies) {
            var sent = received(partner);
            assertThat(feed.post(body, clock.instant()).status()).isEqualTo(202);
            awaitTranslation(partner, sent + 1);
        }
        return feed;
    }

    private static int received(Tenant partner) {
        return Integer.parseInt(Servers.rows("SELECT count(*) FROM message WHERE tenant_id = '%s'"
                        .formatted(partner.id().value()))
                .getFirst());
    }

    private static void awaitTranslation(Tenant partner, int messages) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Servers.rows("SELECT state FROM message WHERE tenant_id = '%s'"
                                .formatted(partner.id().value())))
                        .hasSize(messages)
                        .containsOnly("TRANSLATED"));
    }

    private JsonNode order(String number) {
        var headers = new HashMap<>(key);
        headers.put("Content-Type", "application/json");
        var answer = http.put("/v1/orders/SO-1", "{\"trackingNumbers\": [\"%s\"]}".formatted(number), headers);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode onlyShipment() {
        var shipments = shipments("");
        assertThat(shipments).hasSize(1);
        return shipments.getFirst();
    }

    private List<JsonNode> shipments(String query) {
        var answer = http.get("/v1/shipments" + query, key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private List<JsonNode> events(JsonNode shipment) {
        return http.get("/v1/shipments/%s/events".formatted(shipment.path("id").asString()), key)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
