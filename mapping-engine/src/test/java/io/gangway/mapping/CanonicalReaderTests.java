package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.CanonicalTypes;
import io.gangway.canonical.DeliveryConfirmation;
import io.gangway.canonical.FaultParty;
import io.gangway.canonical.HandlingUnit;
import io.gangway.canonical.Manifest;
import io.gangway.canonical.Money;
import io.gangway.canonical.RateQuote;
import io.gangway.canonical.RateRequest;
import io.gangway.canonical.ShippingDocument;
import io.gangway.canonical.ShippingOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanonicalReaderTests {
    @Test
    void refusesUnknownField() {
        assertThat(faults(HandlingUnit.class, "{'weightGrams': 1, 'weigthGrams': 1, 'dimensions': {'depth': 3}}"))
                .contains(
                        new MappingFault(
                                "unknown-field",
                                "#/weigthGrams",
                                "Field 'weigthGrams' at # is not in handling-unit/1. Did you mean 'weightGrams'?"),
                        new MappingFault(
                                "unknown-field",
                                "#/dimensions/depth",
                                "Field 'depth' at #/dimensions is not in handling-unit/1. Known are heightMillimetres, lengthMillimetres, widthMillimetres."));
    }

    @Test
    void tellsAllFaultsOfNestedObjectsAtOnce() {
        assertThat(
                        faults(
                                RateRequest.class,
                                "{'shipFrom': {'city': 'Bonn'}, 'packages': [{'weightGrams': 1}, {'sscc': '1'}], 'currency': 'Euro'}"))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactlyInAnyOrder(
                        tuple("missing-field", "#/shipFrom/countryCode"),
                        tuple("missing-field", "#/shipTo"),
                        tuple("missing-field", "#/packages/1/weightGrams"),
                        tuple("invalid-field", "#/packages/1/sscc"),
                        tuple("invalid-field", "#/currency"));
    }

    @Test
    void takesIntegersAndTextsOfThem() {
        assertThat(handlingUnit("1250").weightGrams()).isEqualTo(1250);
        assertThat(handlingUnit("' 1250 '").weightGrams()).isEqualTo(1250);
        assertThat(handlingUnit("9007199254740991").weightGrams()).isEqualTo(9007199254740991L);
    }

    @Test
    void refusesOtherNumbers() {
        assertThat(faults(HandlingUnit.class, "{'weightGrams': 1.5}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-field",
                                "#/weightGrams",
                                "'1.5' in field 'weightGrams' at # is not a whole number from 0 to 9007199254740991. Let the mapping put one there."));
        for (var number : List.of(
                "1.0", "1e3", "-1", "9007199254740992", "99999999999999999999", "'1 kg'", "'0x1'", "true", "[1]")) {
            assertThat(faults(HandlingUnit.class, "{'weightGrams': %s}".formatted(number)))
                    .as(number)
                    .extracting(MappingFault::code, MappingFault::pointer)
                    .containsExactly(tuple("invalid-field", "#/weightGrams"));
        }
    }

    @Test
    void takesNegativeMoney() {
        var quote = read(
                RateQuote.class,
                "{'carrier': 'c', 'service': 's', 'quotedAt': '2026-01-01T00:00:00Z', 'price': {'minorUnits': -1, 'currency': 'EUR'}}");
        assertThat(quote.price()).isEqualTo(new Money(-1, "EUR"));
    }

    @Test
    void takesTrueAndFalseOnly() {
        var request =
                "{'shipFrom': {'city': 'Bonn', 'countryCode': 'DE', 'residential': %s}, 'shipTo': {'city': 'Wien', 'countryCode': 'AT'}, 'packages': {'weightGrams': 1}, 'currency': 'EUR'}";
        assertThat(read(RateRequest.class, request.formatted("'true'"))
                        .shipFrom()
                        .residential())
                .isTrue();
        assertThat(read(RateRequest.class, request.formatted("false"))
                        .shipFrom()
                        .residential())
                .isFalse();
        assertThat(faults(RateRequest.class, request.formatted("'yes'")))
                .containsExactly(
                        new MappingFault(
                                "invalid-field",
                                "#/shipFrom/residential",
                                "'yes' in field 'residential' at #/shipFrom is neither true nor false. Let the mapping put one of them there."));
    }

    @Test
    void takesDays() {
        assertThat(read(Manifest.class, manifest("'2026-07-31'", "'1'")).shipOn())
                .isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(faults(Manifest.class, manifest("'31.07.2026'", "'1'")))
                .containsExactly(
                        new MappingFault(
                                "invalid-time",
                                "#/shipOn",
                                "'31.07.2026' in field 'shipOn' at # is not a day between 2000 and 2100. Write it as in '2026-07-31'."));
        for (var day : List.of("0026-07-31", "+999999999-12-31", "2026-02-30", "2026-07-31T00:00:00Z")) {
            assertThat(faults(Manifest.class, manifest("'" + day + "'", "'1'")))
                    .extracting(MappingFault::code)
                    .containsExactly("invalid-time");
        }
    }

    @Test
    void takesSingleObjectForList() {
        var unit = read(
                HandlingUnit.class,
                "{'weightGrams': 1, 'references': {'type': 'ORDER', 'value': 'SO1'}, 'contents': [null, {}, {'sku': ' '}, {'_x': 1}, {'sku': 'A', 'quantity': 2}]}");
        assertThat(unit.references()).hasSize(1);
        assertThat(unit.contents()).hasSize(1);
    }

    @Test
    void keepsEqualObjects() {
        var request =
                "{'shipFrom': {'city': 'Bonn', 'countryCode': 'DE'}, 'shipTo': {'city': 'Wien', 'countryCode': 'AT'}, 'packages': [{'weightGrams': 1}, {'weightGrams': 1}], 'options': ['SIGNATURE', 'SIGNATURE', ''], 'currency': 'EUR'}";
        assertThat(read(RateRequest.class, request).packages()).hasSize(2);
        assertThat(read(RateRequest.class, request).options()).containsExactly(ShippingOption.SIGNATURE);
    }

    @Test
    void refusesEntriesThatAreNoObjectsOrCodes() {
        assertThat(faults(RateRequest.class, "{'shipFrom': {}, 'packages': ['x'], 'options': ['SIGNATUR']}"))
                .contains(
                        new MappingFault(
                                "invalid-field",
                                "#/packages",
                                "Field 'packages' at # has an entry that is not an object. Let the mapping put objects there."),
                        new MappingFault(
                                "invalid-field",
                                "#/options",
                                "'SIGNATUR' in field 'options' at # is not known. Did you mean 'SIGNATURE'?"));
    }

    @Test
    void refusesListsThatAreTooLongOrEmpty() {
        var many = IntStream.range(0, 5001).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        assertThat(faults(Manifest.class, manifest("'2026-07-31'", many)))
                .containsExactly(new MappingFault(
                        "too-long",
                        "#/trackingNumbers",
                        "Field 'trackingNumbers' at # has 5001 entries. At most 5000 are possible."));
        assertThat(faults(RateRequest.class, "{'packages': [null, {}]}"))
                .contains(
                        new MappingFault(
                                "missing-field",
                                "#/packages",
                                "Field 'packages' is missing at #. Let a step of the mapping fill it, or have the sender send it."));
        var units = IntStream.range(0, 51).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));
        assertThat(faults(HandlingUnit.class, "{'weightGrams': 1, 'references': %s}".formatted(units)))
                .extracting(MappingFault::code, MappingFault::pointer)
                .containsExactly(tuple("too-long", "#/references"));
    }

    @Test
    void takesObjectWithoutValuesForAbsent() {
        var confirmation = read(
                DeliveryConfirmation.class,
                "{'carrier': 'c', 'trackingNumber': 1, 'deliveredAt': '2026-01-01T00:00:00Z', 'cashCollected': {'minorUnits': '', 'currency': null}}");
        assertThat(confirmation.cashCollected()).isNull();
        assertThat(faults(RateRequest.class, "{'shipFrom': {'city': '', 'lines': [' ']}}"))
                .extracting(MappingFault::code, MappingFault::pointer)
                .contains(tuple("missing-field", "#/shipFrom"))
                .doesNotContain(tuple("missing-field", "#/shipFrom/city"));
    }

    @Test
    void refusesTextsOfAnotherFormat() {
        assertThat(faults(
                        ShippingDocument.class,
                        "{'type': 'LABEL', 'url': 'ftp://x', 'content': '%PDF', 'mediaType': 'PDF'}"))
                .containsExactly(
                        new MappingFault(
                                "invalid-field",
                                "#/mediaType",
                                "'PDF' is not a valid media type. Write one such as 'application/pdf', without parameters."),
                        new MappingFault(
                                "invalid-field",
                                "#/content",
                                "'%PDF' is not a valid base64 text. Write it without line breaks."),
                        new MappingFault(
                                "invalid-field",
                                "#/url",
                                "'ftp://x' is not a valid URL. Write one that begins with 'https://'."));
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThat(faults(HandlingUnit.class, "7"))
                .extracting(MappingFault::code)
                .containsExactly("not-a-message");
        assertThat(faults(HandlingUnit.class, "{"))
                .extracting(MappingFault::code)
                .containsExactly("malformed-json");
    }

    private static HandlingUnit handlingUnit(String weight) {
        return read(HandlingUnit.class, "{'weightGrams': %s}".formatted(weight));
    }

    private static String manifest(String day, String trackingNumbers) {
        return "{'carrier': 'c', 'manifestReference': 'm', 'shipOn': %s, 'trackingNumbers': %s}"
                .formatted(day, trackingNumbers);
    }

    private static <M extends CanonicalMessage> M read(Class<M> type, String text) {
        var result = CanonicalReader.readJson(CanonicalTypes.of(type), text.replace('\'', '"'), FaultParty.CALLER);
        assertThat(result).isInstanceOf(MappingResult.Mapped.class);
        return type.cast(((MappingResult.Mapped) result).messages().getFirst());
    }

    private static List<MappingFault> faults(Class<? extends CanonicalMessage> type, String text) {
        var result = CanonicalReader.readJson(CanonicalTypes.of(type), text.replace('\'', '"'), FaultParty.CALLER);
        assertThat(result).isInstanceOf(MappingResult.Rejected.class);
        assertThat(((MappingResult.Rejected) result).party()).isEqualTo(FaultParty.CALLER);
        return ((MappingResult.Rejected) result).faults();
    }
}
