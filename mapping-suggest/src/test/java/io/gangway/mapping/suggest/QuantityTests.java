package io.gangway.mapping.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.CanonicalTypes;
import io.gangway.canonical.Dimensions;
import io.gangway.canonical.FreightInvoice;
import io.gangway.canonical.HandlingUnit;
import io.gangway.canonical.Money;
import io.gangway.canonical.Order;
import io.gangway.canonical.RateQuote;
import io.gangway.canonical.RateRequest;
import io.gangway.canonical.Shipment;
import io.gangway.canonical.Unit;
import io.gangway.mapping.CodeLists;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.MappingResult;
import io.gangway.mapping.TransformResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights, lengths and amounts of partners, each in a style of its own. */
class QuantityTests {
    private static final double SURE = 0.8;

    @Test
    void readsUnitsThatStandInObjectsOfTheirOwn() {
        var sample = """
                {"Package": {
                   "PackagingType": {"Code": "02"},
                   "Dimensions": {"UnitOfMeasurement": {"Code": "IN", "Description": "Inches"}, "Length": "10", "Width": "8", "Height": "4.5"},
                   "PackageWeight": {"UnitOfMeasurement": {"Code": "LBS", "Description": "Pounds"}, "Weight": "5.5"}}}""";
        var suggested = suggested(HandlingUnit.class, sample);
        assertThat(sources(suggested))
                .contains(
                        entry(
                                "weightGrams",
                                List.of(
                                        "/Package/PackageWeight/Weight",
                                        "/Package/PackageWeight/UnitOfMeasurement/Code")),
                        entry(
                                "dimensions.lengthMillimetres",
                                List.of("/Package/Dimensions/Length", "/Package/Dimensions/UnitOfMeasurement/Code")));
        var unit = first(suggested, HandlingUnit.class, sample);
        assertThat(unit.weightGrams()).isEqualTo(2495);
        assertThat(unit.dimensions()).isEqualTo(new Dimensions(254, 203, 114));
    }

    @Test
    void readsUnitsAndCurrenciesBesideTheValuesOfAList() {
        var sample = """
                {"requestedShipment": {
                  "preferredCurrency": "USD",
                  "shipper": {"address": {"streetLines": ["1 Dock Rd"], "city": "MEMPHIS", "postalCode": "38117", "countryCode": "US"}},
                  "recipient": {"address": {"city": "AUSTIN", "postalCode": "73301", "countryCode": "US"}},
                  "requestedPackageLineItems": [
                    {"weight": {"value": 10, "units": "LB"}, "dimensions": {"length": 12, "width": 8, "height": 6, "units": "IN"},
                     "declaredValue": {"amount": 12.5, "currency": "USD"}},
                    {"weight": {"value": 2.25, "units": "KG"}, "dimensions": {"length": 30, "width": 20, "height": 10, "units": "CM"},
                     "declaredValue": {"amount": 9000, "currency": "JPY"}}]}}""";
        var packages = first(suggested(RateRequest.class, sample), RateRequest.class, sample)
                .packages();
        assertThat(packages).extracting(HandlingUnit::weightGrams).containsExactly(4536L, 2250L);
        assertThat(packages)
                .extracting(HandlingUnit::dimensions)
                .containsExactly(new Dimensions(305, 203, 152), new Dimensions(300, 200, 100));
        assertThat(packages)
                .extracting(HandlingUnit::declaredValue)
                .containsExactly(new Money(1250, "USD"), new Money(9000, "JPY"));
    }

    @Test
    void readsGermanTextsWithUnits() {
        var sample = """
                {"packstuecke": [
                  {"packstuecknummer": "00340434161094015902", "gewicht": "2,5 kg", "länge": "30 cm", "breite": "20,5 cm", "höhe": "10 cm", "warenwert": "1.234,50 EUR"},
                  {"packstuecknummer": "00340434161094015919", "gewicht": "800 g", "länge": "0,3 m", "breite": "20 cm", "höhe": "9 cm", "warenwert": "12,00 CHF"}]}""";
        var suggested = suggested(HandlingUnit.class, sample);
        assertThat(sources(suggested))
                .contains(
                        entry("weightGrams", List.of("/packstuecke/*/gewicht")),
                        entry("declaredValue", List.of("/packstuecke/*/warenwert")));
        assertThat(proposal(suggested, "dimensions.heightMillimetres").operation())
                .isEqualTo(new ProposedOperation.Measure(Optional.empty(), ",", ""));
        var units = messages(suggested, HandlingUnit.class, sample);
        assertThat(units).extracting(HandlingUnit::weightGrams).containsExactly(2500L, 800L);
        assertThat(units)
                .extracting(HandlingUnit::dimensions)
                .containsExactly(new Dimensions(300, 205, 100), new Dimensions(300, 200, 90));
        assertThat(units)
                .extracting(HandlingUnit::declaredValue)
                .containsExactly(new Money(123450, "EUR"), new Money(1200, "CHF"));
    }

    @Test
    void readsUnitsOfNames() {
        var sample = """
                {"barcode": "3SABCD1234567", "weight_kg": 2.5, "lengthCm": 30, "width_in": "8", "heightMM": 125, "value_eur": 19.99}""";
        var suggested = suggested(HandlingUnit.class, sample);
        assertThat(sources(suggested))
                .containsOnlyKeys(
                        "packageNumber",
                        "weightGrams",
                        "dimensions.lengthMillimetres",
                        "dimensions.widthMillimetres",
                        "dimensions.heightMillimetres",
                        "declaredValue");
        assertThat(proposal(suggested, "dimensions.heightMillimetres").operation())
                .isEqualTo(new ProposedOperation.Copy());
        assertThat(proposal(suggested, "declaredValue").reasons())
                .containsExactly(
                        "Name 'value_eur' says 'value'.",
                        "The 1 values seen are of its kind.",
                        "The name says the currency 'EUR'.");
        var unit = first(suggested, HandlingUnit.class, sample);
        assertThat(unit.weightGrams()).isEqualTo(2500);
        assertThat(unit.dimensions()).isEqualTo(new Dimensions(300, 203, 125));
        assertThat(unit.declaredValue()).isEqualTo(new Money(1999, "EUR"));
    }

    @Test
    void readsDutchWeightsInAnObjectByUnit() {
        var sample = """
                {"colli": [{"collonummer": "3SABCD1234567", "gewicht": {"kg": "1,2"}, "afmetingen_cm": {"lengte": 40, "breedte": 30, "hoogte": "12,5"}},
                           {"collonummer": "3SABCD1234568", "gewicht": {"kg": "0,35"}, "afmetingen_cm": {"lengte": 20, "breedte": 15, "hoogte": "2"}}]}""";
        var suggested = suggested(HandlingUnit.class, sample);
        assertThat(sources(suggested))
                .contains(
                        entry("weightGrams", List.of("/colli/*/gewicht/kg")),
                        entry("dimensions.heightMillimetres", List.of("/colli/*/afmetingen_cm/hoogte")));
        var units = messages(suggested, HandlingUnit.class, sample);
        assertThat(units).extracting(HandlingUnit::weightGrams).containsExactly(1200L, 350L);
        assertThat(units)
                .extracting(HandlingUnit::dimensions)
                .containsExactly(new Dimensions(400, 300, 125), new Dimensions(200, 150, 20));
    }

    @Test
    void takesTheCurrencyThatIsNamedLikeTheAmount() {
        var sample = """
                {"id": "shp_1", "created_at": "2026-05-14T16:42:00Z", "rates": [
                  {"id": "rate_1", "carrier": "USPS", "service": "Priority", "list_rate": "8.00", "list_currency": "CAD", "rate": "7.58", "currency": "USD"},
                  {"id": "rate_2", "carrier": "UPS", "service": "Ground", "list_rate": "13.00", "list_currency": "CAD", "rate": "12.3", "currency": "USD"}]}""";
        var suggested = suggested(RateQuote.class, sample);
        assertThat(sources(suggested)).containsEntry("price", List.of("/rates/*/rate", "/rates/*/currency"));
        assertThat(proposal(suggested, "price").field().name()).isEqualTo("price");
        assertThat(messages(suggested, RateQuote.class, sample))
                .extracting(RateQuote::price)
                .containsExactly(new Money(758, "USD"), new Money(1230, "USD"));
    }

    @Test
    void readsUnitsThatStandOnceForAllLines() {
        var sample = """
                {"invoice_number": "INV-778", "carrier": "Fleet Fox", "account_number": "A-17", "type": "INVOICE", "invoice_date": "2026-05-31",
                 "currency": "CHF", "weight_unit": "KG", "invoice_total": "1'210.40", "vat_amount": "90.70",
                 "lines": [
                   {"line_number": 1, "tracking_number": "JD0002210000123456", "declared_weight": 2, "measured_weight": 2.35, "total": "20.40",
                    "charges": [{"type": "FREIGHT", "amount": "18.00"}, {"type": "FUEL", "amount": "2.40"}]},
                   {"line_number": 2, "tracking_number": "JD0002210000123457", "declared_weight": 500, "measured_weight": 480.5, "total": "1190.00",
                    "charges": [{"type": "FREIGHT", "amount": "1190.00"}]}]}""";
        var suggested = suggested(FreightInvoice.class, sample);
        assertThat(sources(suggested))
                .contains(
                        entry("total", List.of("/invoice_total", "/currency")),
                        entry("lines[].measuredWeightGrams", List.of("/lines/*/measured_weight", "/weight_unit")),
                        entry("lines[].charges[].amount", List.of("/lines/*/charges/*/amount", "/currency")));
        var invoice = first(suggested, FreightInvoice.class, sample);
        assertThat(invoice.total()).isEqualTo(new Money(121040, "CHF"));
        assertThat(invoice.taxTotal()).isEqualTo(new Money(9070, "CHF"));
        assertThat(invoice.lines())
                .extracting(line -> line.declaredWeightGrams() + " " + line.measuredWeightGrams())
                .containsExactly("2000 2350", "500000 480500");
        assertThat(invoice.lines().getFirst().charges())
                .extracting(charge -> charge.amount().minorUnits())
                .containsExactly(1800L, 240L);
    }

    @Test
    void takesMinorUnitsAsTheyAre() {
        var sample = """
                [{"carrier": "Polderpost", "service": "next-day", "quoted_at": "2026-05-14T16:42:00Z", "price_cents": 1250, "currency": "eur",
                  "surcharges": [{"type": "FUEL", "amount_eur_cents": 250}]}]""";
        var suggested = suggested(RateQuote.class, sample);
        assertThat(proposal(suggested, "price").operation())
                .isEqualTo(new ProposedOperation.Money(Optional.empty(), true, ".", ""));
        var quote = first(suggested, RateQuote.class, sample);
        assertThat(quote.price()).isEqualTo(new Money(1250, "EUR"));
        assertThat(quote.charges()).extracting(charge -> charge.amount()).containsExactly(new Money(250, "EUR"));
    }

    @Test
    void readsAmountsBySign() {
        var sample = """
                {"orders": [{"order_number": "B-1", "order_date": "2026-05-14T16:42:00Z", "total_price": "€1,249.90",
                   "ship_to": {"name": "Petra Klein", "address": {"city": "Ulm", "country_code": "DE"}},
                   "line_items": [{"line_number": 1, "sku": "S1", "quantity": 2, "unit_price": "€ 24.95", "unit_weight": {"unit": "oz", "value": "12"}}]}]}""";
        var order = first(suggested(Order.class, sample), Order.class, sample);
        assertThat(order.total()).isEqualTo(new Money(124990, "EUR"));
        assertThat(order.lines().getFirst().unitPrice()).isEqualTo(new Money(2495, "EUR"));
        assertThat(order.lines().getFirst().unitWeightGrams()).isEqualTo(340);
    }

    @Test
    void readsAmountsInAnObjectWithAUnit() {
        var sample = """
                {"carrier": "UPS", "tracking_number": "1Z999AA10123456784", "booked_at": "2026-05-14T16:42:00Z",
                 "totalCharge": {"value": 5.5, "unit": "USD"}, "pieces": [{"weight": {"value": 1.5, "unit": "POUND"}}]}""";
        var suggested = suggested(Shipment.class, sample);
        assertThat(sources(suggested)).containsEntry("price", List.of("/totalCharge/value", "/totalCharge/unit"));
        assertThat(first(suggested, Shipment.class, sample).price()).isEqualTo(new Money(550, "USD"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 30, 20, 10, kg, cm",
        "2500, 600, 400, 50, g, mm",
        "12, 1.2, 0.8, 1, kg, m",
        "'0,5', 30, 20, 10, kg, cm"
    })
    void saysThatAUnitIsAnAssumption(
            String weight, String length, String width, String height, String mass, String side) {
        var suggested = suggested(HandlingUnit.class, """
                {"parcel": {"weight": "%s", "length": %s, "width": %s, "height": %s}}""".formatted(weight, length, width, height));
        assertThat(proposal(suggested, "weightGrams").reasons())
                .last()
                .isEqualTo("The samples don't say a unit; %s is used until you state the right one.".formatted(mass));
        assertThat(suggested.proposals()).hasSize(4).allSatisfy(proposal -> {
            assertThat(proposal.confidence()).isBetween(0.6, 0.79);
            assertThat(proposal.operation()).isInstanceOf(ProposedOperation.Measure.class);
        });
        assertThat(suggested.proposals())
                .extracting(proposal -> ((ProposedOperation.Measure) proposal.operation()).unit())
                .containsExactly(Optional.of(mass), Optional.of(side), Optional.of(side), Optional.of(side));
    }

    @Test
    void saysThatACurrencyIsAnAssumption() {
        var suggested = suggested(RateQuote.class, """
                {"carrier": "A", "service": "S", "quotedAt": "2026-05-14T16:42:00Z", "total_price": 12.5, "charges": [{"type": "FUEL", "amount": "$2.5"}]}""");
        assertThat(proposal(suggested, "price").reasons())
                .last()
                .isEqualTo("The samples don't say a currency; EUR is used until you state the right one.");
        assertThat(proposal(suggested, "charges[].amount").operation())
                .isEqualTo(new ProposedOperation.Money(Optional.of("USD"), false, ".", ""));
        assertThat(sources(suggested)).doesNotContainKeys("price", "charges[].amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"packageNumber\": \"A-1\", \"weightClass\": 3, \"weight_unit\": \"KG\"}",
                "{\"packageNumber\": \"A-1\", \"max_weight_kg\": 31.5, \"height_limit\": 200}",
                "{\"packageNumber\": \"A-1\", \"weight\": \"12 in\"}",
                "{\"packageNumber\": \"A-1\", \"weight\": -1, \"weight_unit\": \"KG\"}",
                "{\"packageNumber\": \"A-1\", \"weight\": \"heavy\", \"weight_unit\": \"KG\"}",
                "{\"packageNumber\": \"A-1\", \"weight\": 12, \"weight_unit\": \"STONE\"}",
                "{\"packageNumber\": \"A-1\", \"currency\": \"EUR\"}",
                "{\"packageNumber\": \"A-1\", \"currency\": \"EUR\", \"pieces\": 3, \"stock\": 12.5}",
                "{\"packageNumber\": \"A-1\", \"currency\": \"EUR\", \"value\": 12.505}",
                "{\"packageNumber\": \"A-1\", \"currency\": \"XXX\", \"value\": 12.5}"
            })
    void proposesNoNumberThatIsNoMeasureOrAmount(String sample) {
        assertThat(suggested(HandlingUnit.class, sample).proposals())
                .filteredOn(proposal -> proposal.confidence() >= 0.6)
                .extracting(Proposal::target)
                .containsExactly("packageNumber");
    }

    @Test
    void takesNoUnitOfAnotherKind() {
        var suggested = suggested(HandlingUnit.class, """
                {"weight": 3, "unit": "CM", "length": 30, "width": 20, "height": 10}""");
        assertThat(proposal(suggested, "weightGrams").operation())
                .isEqualTo(new ProposedOperation.Measure(Optional.of("kg"), ".", ""));
        assertThat(proposal(suggested, "dimensions.lengthMillimetres").sources())
                .containsExactly("/length", "/unit");
    }

    @Test
    void saysWhatMakesItUnsure() {
        var suggested = suggested(
                HandlingUnit.class,
                "{\"weight\": {\"value\": \"1,250\", \"unit\": \"KG\"}}",
                "{\"weight\": {\"value\": \"2,000\"}}");
        assertThat(proposal(suggested, "weightGrams").reasons())
                .containsExactly(
                        "Name 'value' says 'weight value'.",
                        "The 2 values seen are of its kind.",
                        "Its unit is in 'unit'.",
                        "Some values have no unit that is known and will be refused.",
                        "Point and comma could be the other way round.");
        assertThat(proposal(suggested, "weightGrams").confidence()).isLessThan(0.5);
    }

    @Test
    void takesCommasOfThousandsForWhatTheyAre() {
        var sample = """
                {"packageNumber": "A-1", "weight": "2 kg", "value": "1,250", "currency": "USD"}""";
        assertThat(messages(suggested(HandlingUnit.class, sample), HandlingUnit.class, sample, 0.7))
                .extracting(HandlingUnit::declaredValue)
                .containsExactly(new Money(125000, "USD"));
    }

    @Test
    void takesPointsForThoseOfThousandsWhereCommasAreProven() {
        var sample = """
                {"packageNumber": "A-1", "gewicht_g": "1.250", "länge_mm": "1.100", "breite_mm": 300, "höhe_mm": 200, "preis": "12,50", "warenwert": "1.250", "currency": "EUR"}""";
        var suggested = suggested(HandlingUnit.class, sample);
        assertThat(proposal(suggested, "weightGrams").operation())
                .isEqualTo(new ProposedOperation.Measure(Optional.of("g"), ",", "."));
        var unit = first(suggested, HandlingUnit.class, sample);
        assertThat(unit.weightGrams()).isEqualTo(1250);
        assertThat(unit.dimensions()).isEqualTo(new Dimensions(1100, 300, 200));
        assertThat(unit.declaredValue()).isEqualTo(new Money(125000, "EUR"));
    }

    @Test
    void takesNumbersOfJsonAtTheirWordWhereCommasAreProven() {
        var sample = """
                {"colli": [{"packageNumber": "A-1", "weight_kg": 1.250, "value": "12,50", "currency": "EUR"},
                           {"packageNumber": "A-2", "weight_kg": "2.500", "value": "8,25", "currency": "EUR"}]}""";
        assertThat(messages(suggested(HandlingUnit.class, sample), HandlingUnit.class, sample))
                .extracting(HandlingUnit::weightGrams)
                .containsExactly(1250L, 2_500_000L);
        var numbers = sample.replace("\"2.500\"", "2.500");
        assertThat(proposal(suggested(HandlingUnit.class, numbers), "weightGrams")
                        .operation())
                .isEqualTo(new ProposedOperation.Measure(Optional.of("kg"), ".", ""));
        assertThat(messages(suggested(HandlingUnit.class, numbers), HandlingUnit.class, numbers))
                .extracting(HandlingUnit::weightGrams)
                .containsExactly(1250L, 2500L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"packageNumber\": \"A-1\", \"t_weight\": 30}",
                "{\"packageNumber\": \"A-1\", \"g_weight\": 30}",
                "{\"goods_in\": {\"packages\": [{\"packageNumber\": \"A-1\", \"length\": 30, \"width\": 30, \"height\": 30}]}}",
                "{\"checkIn\": {\"packageNumber\": \"A-1\", \"length\": 30, \"width\": 30, \"height\": 30}}",
                "{\"packageNumber\": \"A-1\", \"in_length\": 30, \"in_width\": 30, \"in_height\": 30}"
            })
    void takesNoOtherWordForAUnit(String sample) {
        assertThat(suggested(HandlingUnit.class, sample).proposals())
                .filteredOn(proposal -> proposal.operation() instanceof ProposedOperation.Measure)
                .isNotEmpty()
                .allSatisfy(proposal -> {
                    assertThat(proposal.confidence()).isLessThan(SURE);
                    assertThat(proposal.reasons()).last().asString().startsWith("The samples don't say a unit;");
                });
    }

    @ParameterizedTest
    @CsvSource({"KWD, 'x'", "USD, '12,50'"})
    void takesNoCommaForOneOfThousandsThatMayPrecedeAFraction(String currency, String other) {
        var sample = """
                {"packageNumber": "A-1", "value": "1,250", "currency": "%s", "surcharge": "%s"}""".formatted(currency, other);
        var suggested = suggested(HandlingUnit.class, sample);
        assertThat(proposal(suggested, "declaredValue").operation())
                .isEqualTo(new ProposedOperation.Money(Optional.empty(), false, ",", ""));
        assertThat(proposal(suggested, "declaredValue").reasons())
                .contains("Point and comma could be the other way round.");
    }

    @Test
    void readsExponents() {
        var sample = """
                {"packageNumber": "A-1", "weight": "1e3 g", "value": "€1e3"}""";
        var unit = first(suggested(HandlingUnit.class, sample), HandlingUnit.class, sample);
        assertThat(unit.weightGrams()).isEqualTo(1000);
        assertThat(unit.declaredValue()).isEqualTo(new Money(100000, "EUR"));
    }

    @Test
    void takesNoAmountWithItsCurrencyForMinorUnits() {
        var suggested = suggested(HandlingUnit.class, """
                {"packageNumber": "A-1", "value_cents": "250 EUR"}""");
        assertThat(suggested.proposals())
                .filteredOn(proposal -> proposal.operation() instanceof ProposedOperation.Money)
                .isEmpty();
        assertThat(suggested.toMapping("acme", 0).mapping()).doesNotContain("minorUnits_unit");
    }

    @Test
    void boundsTheWorkForManyNumbersAndUnitsFarDown() {
        var name = IntStream.range(0, 30)
                .mapToObj(i -> "ab" + (char) ('a' + i % 26))
                .collect(Collectors.joining("_"));
        var members = IntStream.range(0, 250)
                .mapToObj(i ->
                        "\"weight_%1$d_%2$s\": %1$d.5, \"unit_%1$d_%2$s\": \"KG\", \"price_%1$d\": \"1.5\", \"currency_%1$d_%2$s\": \"EUR\""
                                .formatted(i, name))
                .collect(Collectors.joining(","));
        var sample = ("{\"%s\":".formatted(name)).repeat(58) + "{" + members + "}" + "}".repeat(58);
        assertThat(sample.length()).isLessThan(1 << 20);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> suggested(FreightInvoice.class, sample));
    }

    @Test
    void spellsUnitsAsTheOperationDoes() {
        var words = UnitWords.load();
        for (var unit : List.of(Unit.GRAM, Unit.MILLIMETRE)) {
            for (var spelling : words.spellings(unit)) {
                assertThat(measured(spelling, unit))
                        .as(spelling)
                        .isEqualTo(measured(words.find(spelling, unit).orElseThrow(), unit));
            }
        }
    }

    private static String measured(String spelling, Unit unit) {
        var mapping = """
                [{"operation": "measure", "spec": {"field": "x", "unit": "%s", "to": "%s"}}]""".formatted(spelling, unit.symbol());
        var result = new MappingCompiler(MappingLimits.defaults())
                .compile(mapping, CodeLists.of(List.of()))
                .transform("{\"x\": 7000}".getBytes(StandardCharsets.UTF_8));
        return new String(((TransformResult.Transformed) result).json(), StandardCharsets.UTF_8);
    }

    private static SuggestedMapping suggested(Class<? extends CanonicalMessage> type, String... samples) {
        var texts = Arrays.stream(samples)
                .map(sample -> sample.getBytes(StandardCharsets.UTF_8))
                .toList();
        return (SuggestedMapping) Suggestions.of(texts, CanonicalTypes.of(type));
    }

    private static Proposal proposal(SuggestedMapping suggested, String target) {
        return suggested.proposals().stream()
                .filter(proposal -> proposal.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<String>> sources(SuggestedMapping suggested) {
        return suggested.proposals().stream()
                .filter(proposal -> proposal.confidence() >= SURE)
                .collect(Collectors.toMap(Proposal::target, Proposal::sources));
    }

    private static <T extends CanonicalMessage> T first(SuggestedMapping suggested, Class<T> type, String sample) {
        return messages(suggested, type, sample).getFirst();
    }

    private static <T extends CanonicalMessage> List<T> messages(
            SuggestedMapping suggested, Class<T> type, String sample) {
        return messages(suggested, type, sample, 0.6);
    }

    private static <T extends CanonicalMessage> List<T> messages(
            SuggestedMapping suggested, Class<T> type, String sample, double confidence) {
        var draft = suggested.toMapping("acme", confidence);
        assertThat(draft.missing()).isEmpty();
        var mapping = new MappingCompiler(MappingLimits.defaults()).compile(draft.mapping(), draft.toCodeLists());
        var result = mapping.map(sample.getBytes(StandardCharsets.UTF_8));
        assertThat(result).as(draft.mapping()).isInstanceOf(MappingResult.Mapped.class);
        return ((MappingResult.Mapped) result)
                .messages().stream().map(type::cast).toList();
    }
}
