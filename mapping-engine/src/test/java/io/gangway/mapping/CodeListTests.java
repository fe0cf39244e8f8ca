package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeListTests {
    private static final CodeList LIST = CodeList.of(
            "list",
            List.of(
                    row(ShipmentStatus.CUSTOMS, "*", "B"),
                    row(ShipmentStatus.IN_TRANSIT, "A", "*"),
                    row(ShipmentStatus.DELIVERED, "A", "C"),
                    row(ShipmentStatus.CANCELLED, "X", "")));

    @Test
    void prefersTheRowWithMoreExactCodes() {
        assertThat(statusOf("A", "C")).isEqualTo(ShipmentStatus.DELIVERED);
    }

    @Test
    void prefersTheRowThatIsExactFurtherLeft() {
        assertThat(statusOf("A", "B")).isEqualTo(ShipmentStatus.IN_TRANSIT);
    }

    @Test
    void matchesAnyCodeAndNoneWithAStar() {
        assertThat(statusOf("Z", "B")).isEqualTo(ShipmentStatus.CUSTOMS);
        assertThat(statusOf("A", "")).isEqualTo(ShipmentStatus.IN_TRANSIT);
    }

    @Test
    void matchesAnAbsentCodeWithAnEmptyOne() {
        assertThat(statusOf("X", "")).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(LIST.find(List.of("X", "Y"))).isEmpty();
    }

    @Test
    void findsNothingForUnknownCodesAndOtherSizes() {
        assertThat(LIST.find(List.of("Z", "Z"))).isEmpty();
        assertThat(LIST.find(List.of("A"))).isEmpty();
        assertThat(LIST.find(List.of("a", "c"))).isEmpty();
    }

    @Test
    void leavesAnUnknownCodeUnknown() {
        var mapping = Mappings.compile("{\"operation\": \"code\", \"spec\": {\"list\": \"codes\", \"key\": [\"_c\"]}}");
        var event = Mappings.events(mapping, """
                {"carrier": "c", "trackingNumber": "1", "occurredAt": "2026-01-01T00:00:00Z", "_c": "E"}""").getFirst();
        assertThat(event.status()).isEqualTo(ShipmentStatus.UNKNOWN);
        assertThat(event.rawCode()).isEqualTo("E");
    }

    @Test
    void readsReasonAndResponsibleParty() {
        var row = KnownSenders.find("aftership")
                .orElseThrow()
                .toCodeLists()
                .find("aftership-status")
                .orElseThrow()
                .find(List.of("Exception", "Exception_003"));
        assertThat(row)
                .contains(new CodeRow(
                        List.of("Exception", "Exception_003"),
                        ShipmentStatus.EXCEPTION,
                        Reason.REFUSED,
                        ResponsibleParty.CONSIGNEE));
    }

    private static CodeRow row(ShipmentStatus status, String... key) {
        return new CodeRow(List.of(key), status, null, null);
    }

    private static ShipmentStatus statusOf(String... codes) {
        return LIST.find(List.of(codes)).orElseThrow().status();
    }
}
