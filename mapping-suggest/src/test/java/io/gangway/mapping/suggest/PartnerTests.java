package io.gangway.mapping.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.CanonicalTypes;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TrackingEvent;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.MappingResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Partners that nobody has heard of, in vocabularies of their own. */
class PartnerTests {
    @Test
    void understandsGerman() {
        var suggested = suggested("""
                {"absender": {"name": "Weber KG", "ort": "Ulm"},
                 "sendungen": [{
                   "sendungsnummer": "00340434161094015902", "frachtfuehrer": "Nordkurier", "kundenreferenz": "B-4711",
                   "voraussichtlicheZustellung": "2026-03-04T12:00:00+01:00",
                   "empfaenger": {"name": "Petra Klein", "plz": "20095", "ort": "Hamburg", "land": "DE"},
                   "ereignisse": [
                     {"zeitpunkt": "2026-03-02T18:00:00+01:00", "statuscode": "AB", "beschreibung": "Sendung abgeholt",
                      "standort": {"plz": "89073", "ort": "Ulm", "land": "DE"}},
                     {"zeitpunkt": "2026-03-03T08:00:00+01:00", "statuscode": "ZF", "beschreibung": "In Zustellung",
                      "standort": {"plz": "20095", "ort": "Hamburg", "land": "DE"}},
                     {"zeitpunkt": "2026-03-03T11:00:00+01:00", "statuscode": "NA", "beschreibung": "Empfänger nicht angetroffen",
                      "standort": {"plz": "20095", "ort": "Hamburg", "land": "DE"}}]}]}""");
        assertThat(suggested.messages()).isEqualTo("/sendungen/*/ereignisse/*");
        assertThat(sources(suggested, 0.8))
                .containsEntry("trackingNumber", List.of("/sendungen/*/sendungsnummer"))
                .containsEntry("carrier", List.of("/sendungen/*/frachtfuehrer"))
                .containsEntry("references", List.of("/sendungen/*/kundenreferenz"))
                .containsEntry("occurredAt", List.of("/sendungen/*/ereignisse/*/zeitpunkt"))
                .containsEntry("status", List.of("/sendungen/*/ereignisse/*/statuscode"))
                .containsEntry("rawText", List.of("/sendungen/*/ereignisse/*/beschreibung"))
                .containsEntry("place.city", List.of("/sendungen/*/ereignisse/*/standort/ort"))
                .containsEntry("place.postalCode", List.of("/sendungen/*/ereignisse/*/standort/plz"))
                .containsEntry("estimatedDeliveryAt", List.of("/sendungen/*/voraussichtlicheZustellung"));
        assertThat(suggested.codes())
                .extracting(code -> code.row().status())
                .containsExactly(
                        ShipmentStatus.PICKED_UP, ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.ATTEMPT_FAILED);
    }

    @Test
    void understandsFlatDutch() {
        var sample = """
                {"zendingnummer": "3SABCD1234567", "vervoerder": "Polderpost", "statusomschrijving": "Zending bezorgd",
                 "statuscode": "7", "datum": "14-05-2026", "tijd": "16:42", "plaats": "Utrecht", "postcode": "3511 AB",
                 "land": "NLD"}""";
        var suggested = suggested(sample);
        assertThat(suggested.messages()).isEmpty();
        assertThat(sources(suggested, 0.8))
                .containsEntry("trackingNumber", List.of("/zendingnummer"))
                .containsEntry("occurredAt", List.of("/datum", "/tijd"))
                .containsEntry("status", List.of("/statuscode"))
                .containsEntry("rawText", List.of("/statusomschrijving"));
        var event = events(suggested, sample).getFirst();
        assertThat(event.carrier()).isEqualTo("Polderpost");
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-05-14T16:42:00Z"));
        assertThat(event.status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(event.rawCode()).isEqualTo("7");
        assertThat(event.place()).hasToString("Place[city=Utrecht, region=null, postalCode=3511 AB, countryCode=NL]");
    }

    @Test
    void understandsEventsThatAreKeyedByTheirId() {
        var sample = """
                {"awb": "JD0002210000123456", "courier": "Fleet Fox", "eta": 1780000000,
                 "scans": {
                   "ev-1001": {"ts": 1779900000, "state": "DEPARTED", "hub": "Lille", "note": "Left the hub in Lille"},
                   "ev-1002": {"ts": 1779950000, "state": "OUT_FOR_DELIVERY", "hub": "Paris", "note": "With the driver"}}}""";
        var suggested = suggested(sample);
        assertThat(suggested.messages()).isEqualTo("/scans/*");
        assertThat(sources(suggested, 0.6))
                .containsEntry("trackingNumber", List.of("/awb"))
                .containsEntry("senderEventId", List.of("/scans/*#"))
                .containsEntry("occurredAt", List.of("/scans/*/ts"))
                .containsEntry("status", List.of("/scans/*/state"));
        var events = events(suggested, sample);
        assertThat(events).extracting(TrackingEvent::senderEventId).containsExactly("ev-1001", "ev-1002");
        assertThat(events)
                .extracting(TrackingEvent::status)
                .containsExactly(ShipmentStatus.IN_TRANSIT, ShipmentStatus.OUT_FOR_DELIVERY);
        assertThat(events).extracting(TrackingEvent::trackingNumber).containsOnly("JD0002210000123456");
    }

    @Test
    void takesAStatusInOurWordsForTheSendersCodeAsWell() {
        var sample = """
                {"channel": "CH1", "carrier": "DPD", "dispatched_date": "2026-05-23T00:00:00+0000",
                 "order_number": "ORDER1", "tracking_number": "TXD98798798798", "tracking_url": "https://example.com/t",
                 "status": "DELIVERED", "checkpoint_time": "2026-05-23T13:09:51+0000", "tracking_message": "Manchester HUB",
                 "items": [{"line_ref": "001", "part_number": "sku-1", "quantity": 10}], "ts": 1779541791000}""";
        var event = events(suggested(sample), sample).getFirst();
        assertThat(event.status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(event.rawCode()).isEqualTo("DELIVERED");
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-05-23T13:09:51Z"));
    }

    @Test
    void prefersExactNamesAndKnowsPositions() {
        var sample = """
                {"event_type": "shipment.tracking.checkpoints.created", "resource_type": "shipment", "resource_id": "EST0",
                 "data": {
                   "easyship_shipment_id": "EST0", "platform_order_number": "#100001", "origin": "US", "destination": "CA",
                   "status": "In Transit to Customer", "tracking_number": "12345",
                   "checkpoints": [
                     {"order_number": 102, "handler": "Usps", "message": "Arrived at Regional Facility", "city": "Macon",
                      "country_name": "United States", "country_iso3": "USA", "state": "GA", "postal_code": "31201",
                      "checkpoint_time": "2026-01-01T12:00:00.000Z", "primary_status": "In Transit to Customer"},
                     {"order_number": 109, "handler": "Usps", "message": "Delivered, front door", "city": "Macon",
                      "country_name": "United States", "country_iso3": "USA", "state": "GA", "postal_code": "31201",
                      "checkpoint_time": "2026-01-02T10:00:00.000Z", "primary_status": "Delivered"}]}}""";
        var suggested = suggested(sample);
        assertThat(sources(suggested, 0.6))
                .containsEntry("trackingNumber", List.of("/data/tracking_number"))
                .containsEntry("references", List.of("/data/platform_order_number"))
                .doesNotContainKey("senderEventId");
        var events = events(suggested, sample);
        assertThat(events).extracting(TrackingEvent::trackingNumber).containsOnly("12345");
        assertThat(events).extracting(TrackingEvent::references).containsOnly(List.of("#100001"));
        assertThat(events)
                .extracting(TrackingEvent::status)
                .containsExactly(ShipmentStatus.IN_TRANSIT, ShipmentStatus.DELIVERED);
    }

    @Test
    void writesADraftThatSaysWhatItLacks() {
        var draft = suggested("{\"text\": \"On its way\"}").toMapping("acme", 0.6);
        assertThat(draft.missing()).contains("trackingNumber", "occurredAt");
        assertThat(draft.mapping()).contains("\"where is trackingNumber?\" : [ \"trackingNumber\" ]");
        new MappingCompiler(MappingLimits.defaults()).compile(draft.mapping(), draft.toCodeLists());
    }

    private static SuggestedMapping suggested(String sample) {
        return (SuggestedMapping) Suggestions.of(
                List.of(sample.getBytes(StandardCharsets.UTF_8)), CanonicalTypes.of(TrackingEvent.class));
    }

    private static Map<String, List<String>> sources(SuggestedMapping suggested, double confidence) {
        return suggested.proposals().stream()
                .filter(proposal -> proposal.confidence() >= confidence)
                .collect(Collectors.toMap(Proposal::target, Proposal::sources, (one, other) -> one));
    }

    private static List<TrackingEvent> events(SuggestedMapping suggested, String sample) {
        var draft = suggested.toMapping("acme", 0.6);
        var mapping = new MappingCompiler(MappingLimits.defaults()).compile(draft.mapping(), draft.toCodeLists());
        var result = mapping.map(sample.getBytes(StandardCharsets.UTF_8));
        assertThat(result).as(draft.mapping()).isInstanceOf(MappingResult.Mapped.class);
        return ((MappingResult.Mapped) result)
                .messages().stream().map(TrackingEvent.class::cast).toList();
    }
}
