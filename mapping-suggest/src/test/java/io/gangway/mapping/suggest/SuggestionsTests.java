package io.gangway.mapping.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.CanonicalTypes;
import io.gangway.canonical.Order;
import io.gangway.canonical.Shipment;
import io.gangway.canonical.ShippingDocument;
import io.gangway.canonical.TrackingEvent;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingFault;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.MappingResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionsTests {
    private static final CanonicalType EVENT = CanonicalTypes.of(TrackingEvent.class);

    @Test
    void tellsWhyItProposesSomething() {
        var proposal = suggested("""
                {"awb": "JD0002210000123456", "scans": [
                  {"ts": "2026-05-14 16:42", "code": "DELIVERED"}, {"ts": "2026-05-14 09:00", "code": "DEPARTED"}]}""").proposals().stream()
                .filter(one -> one.target().equals("occurredAt"))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.sources()).containsExactly("/scans/*/ts");
        assertThat(proposal.operation())
                .isEqualTo(new ProposedOperation.Time(List.of("iso"), java.util.Optional.of("UTC")));
        assertThat(proposal.sample()).contains("2026-05-14 16:42");
        assertThat(proposal.reasons())
                .containsExactly(
                        "Name 'ts' says 'timestamp'.",
                        "The 2 values seen are times.",
                        "The samples don't say a zone; UTC is used until you state the right one.");
    }

    @Test
    void refusesWhatAMappingWouldRefuse() {
        assertThat(Suggestions.of(List.of(bytes("{}"), bytes("{\"a\": 1, \"a\": 2}")), EVENT))
                .isEqualTo(
                        new SuggestionResult.Refused(
                                List.of(
                                        new MappingFault(
                                                "duplicate-name",
                                                "#/1/a",
                                                "Name 'a' occurs twice in the object at #, at line 1, column 2 and at line 1, column 10, and which value counts would be a guess. Keep one."))));
        assertThat(Suggestions.of(List.of(new byte[(1 << 20) + 1]), EVENT))
                .isEqualTo(new SuggestionResult.Refused(List.of(new MappingFault(
                        "too-large", "#/0", "The payload has 1048577 bytes. At most 1048576 are possible."))));
        assertThat(Suggestions.of(List.of(), EVENT))
                .isEqualTo(new SuggestionResult.Refused(
                        List.of(new MappingFault("empty", "#", "There is no sample. Add at least one payload."))));
    }

    @Test
    void refusesSendersThatAreNoNames() {
        var suggested = suggested("{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suggested.toMapping("[&1]", 0.8))
                .withMessage(
                        "The sender's name has other characters than lower case letters, digits and hyphens, or more than 50. Write one such as 'acme'.");
    }

    @Test
    void tellsRequiredFieldsOfWhatIsBegun() {
        var suggested = (SuggestedMapping) Suggestions.of(List.of(bytes("""
                        {"orderNumber": "B-1", "orderedAt": "2026-05-14T16:42:00Z", "shipTo": {"name": "Petra Klein", "address": {"city": "Ulm"}},
                         "billTo": {"contact": {"email": "rechnung@example.com"}}, "lines": [{"sku": "S1", "unitPrice": {"minorUnits": 250}}]}""")), CanonicalTypes.of(Order.class));
        var missing = List.of(
                "shipTo.address.countryCode",
                "billTo.name",
                "billTo.address.city",
                "billTo.address.countryCode",
                "lines[].lineNumber",
                "lines[].quantity");
        assertThat(suggested.missing(0.6)).isEqualTo(missing);
        assertThat(suggested.toMapping("acme", 0.6).missing()).isEqualTo(missing);
        assertThat(suggested.missing(0.8)).contains("lines[].lineNumber").doesNotContain("lines[].unitPrice.currency");
    }

    @Test
    void writesStepsForTheItemsOfLists() {
        var sample = bytes("""
                {"carrier": "Polderpost", "tracking_number": "3SABCD1234567", "booked_at": "2026-05-14T16:42:00Z",
                 "documents": [{"type": "LABEL", "created_at": "14.05.2026 16:42"}, {"type": "PHOTO", "created_at": "15.05.2026 08:00"}]}""");
        var draft = ((SuggestedMapping) Suggestions.of(List.of(sample), CanonicalTypes.of(Shipment.class)))
                .toMapping("acme", 0.6);
        assertThat(draft.missing()).isEmpty();
        var result = new MappingCompiler(MappingLimits.defaults())
                .compile(draft.mapping(), draft.toCodeLists())
                .map(sample);
        assertThat(((Shipment) ((MappingResult.Mapped) result).messages().getFirst()).documents())
                .extracting(ShippingDocument::createdAt)
                .containsExactly(Instant.parse("2026-05-14T16:42:00Z"), Instant.parse("2026-05-15T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"text\"",
                "[]",
                "{}",
                "[[[[1]]]]",
                "[{\"status\": \"x\"}, {\"status\": {\"code\": \"y\"}}]",
                "{\"\": {\"\": \"2026-01-01T00:00:00Z\"}, \" \": 1}",
                "{\"*\": \"1Z999AA10123456784\", \"@tracking\": 1, \"$status\": \"IN_TRANSIT\", \"#city\": \"x\"}",
                "{\"tracking|number\": \"1Z999AA10123456784\", \"a.b\": {\"event&time[0]\": \"2026-01-01T00:00:00Z\"}}",
                "{\"tracking\\\\number\\\"\": \"1Z999AA10123456784\", \"status\\u202e\\n'\": \"*\"}",
                "{\"@(2,tracking number)\": \"RR123456785DE\", \"events\": [{\"status\": \"*\"}, {\"status\": \"\"}]}",
                "[7, \"2 kg\", {\"unit\": \"KG\", \"currency\": \"EUR\"}]",
                "{\"weight\": {\"\": 1, \"unit|\": \"KG\"}, \"price\": {\"amount&\": \"1,000\", \"currency\": \"\"}, \"length\": \"1e5 m\"}",
                "{\"t)racking\": {\"number\": \"RR123456785DE\"}, \"events\": {\"1\": {\"time\": 1}, \"2\": {\"time\": 2}}}"
            })
    void takesOddSamples(String sample) {
        for (var type : CanonicalTypes.all()) {
            var suggested = (SuggestedMapping) Suggestions.of(List.of(bytes(sample)), type);
            assertThat(suggested.proposals()).allSatisfy(proposal -> {
                assertThat(proposal.confidence()).isBetween(0.0, 1.0);
                assertThat(proposal.reasons())
                        .allSatisfy(reason ->
                                assertThat(reason).hasSizeLessThan(300).doesNotContainPattern("[\\p{Cntrl}\\u202e]"));
            });
            for (double confidence : new double[] {0, 0.3, 0.6, 0.9}) {
                var draft = suggested.toMapping("acme", confidence);
                var mapping =
                        new MappingCompiler(MappingLimits.defaults()).compile(draft.mapping(), draft.toCodeLists());
                assertThat(mapping.map(bytes(sample))).isInstanceOf(MappingResult.class);
            }
        }
    }

    @Test
    void saysTheSameTwice() {
        var sample = wide(200);
        assertThat(suggested(sample).proposals()).isEqualTo(suggested(sample).proposals());
    }

    @Test
    void boundsTheWorkForLargeSamples() {
        var samples = Stream.generate(() -> bytes(wide(5000))).limit(40).toList();
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> CanonicalTypes.all().forEach(type -> Suggestions.of(samples, type)));
        var deep = "{\"events\":[".repeat(30) + "{\"status\":\"x\"}" + "]}".repeat(30);
        assertThat(suggested(deep).messages()).startsWith("/events/*");
    }

    private static String wide(int members) {
        return IntStream.range(0, members)
                .mapToObj(i -> "\"event%dTime\": {\"status%d\": [{\"code\": %d, \"trackingNumber\": \"x\"}]}"
                        .formatted(i, i, i))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static SuggestedMapping suggested(String sample) {
        return (SuggestedMapping) Suggestions.of(List.of(bytes(sample)), EVENT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
