package io.gangway.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalTypesTests {
    @Test
    void knowsAllMessages() {
        assertThat(CanonicalTypes.all())
                .extracting(CanonicalType::id)
                .containsExactly(
                        "delivery-confirmation/1",
                        "freight-invoice/1",
                        "handling-unit/1",
                        "manifest/1",
                        "order/1",
                        "pickup/1",
                        "rate-quote/1",
                        "rate-request/1",
                        "return-authorization/1",
                        "shipment-request/1",
                        "shipment/1",
                        "shipping-document/1",
                        "tracking-event/1");
    }

    @Test
    void findsTypeByIdAndByClass() {
        var type = CanonicalTypes.of(FreightInvoice.class);
        assertThat(CanonicalTypes.find("freight-invoice/1")).contains(type);
        assertThat(type.recordClass()).isEqualTo(FreightInvoice.class);
        assertThat(CanonicalTypes.find("freight-invoice/2")).isEmpty();
    }

    @Test
    void keepsTheFieldsOfTrackingEvents() {
        var event = CanonicalTypes.of(TrackingEvent.class);
        assertThat(event.record().names())
                .containsExactly(
                        "carrier",
                        "trackingNumber",
                        "accountNumber",
                        "references",
                        "senderEventId",
                        "occurredAt",
                        "reportedAt",
                        "status",
                        "reason",
                        "responsible",
                        "rawCode",
                        "rawText",
                        "place",
                        "packageNumbers",
                        "estimatedDeliveryAt",
                        "estimatedDeliveryOn",
                        "service");
        assertThat(event.fields())
                .filteredOn(CanonicalField::required)
                .extracting(CanonicalField::name)
                .containsExactly("carrier", "trackingNumber", "occurredAt", "status", "rawCode");
        assertThat(event.fields())
                .filteredOn(field -> !field.required() && !field.dispensable())
                .extracting(CanonicalField::name)
                .containsExactly("senderEventId", "packageNumbers");
    }

    @Test
    void readsLimitsAndClassesFromAnnotations() {
        var event = CanonicalTypes.of(TrackingEvent.class);
        assertThat(event.fields())
                .extracting(CanonicalField::name, CanonicalField::type, CanonicalField::classification)
                .contains(
                        tuple("carrier", new TextType(100, false, null), Classification.PUBLIC),
                        tuple("rawText", new TextType(1000, true, null), Classification.PERSONAL),
                        tuple("references", new ListType(new TextType(200, false, null), 50), Classification.INTERNAL),
                        tuple("occurredAt", new InstantType(), Classification.PUBLIC));
        assertThat(typeOf(TrackingEvent.class, "status"))
                .isInstanceOfSatisfying(
                        CodeType.class,
                        code -> assertThat(code.names())
                                .startsWith("INFO_RECEIVED", "PICKED_UP")
                                .endsWith("UNKNOWN"));
        assertThat(typeOf(HandlingUnit.class, "weightGrams")).isEqualTo(new IntegerType(Unit.GRAM));
        assertThat(typeOf(RateRequest.class, "currency")).isEqualTo(new TextType(3, false, TextFormat.CURRENCY));
    }

    @Test
    void sharesTheShapeOfNestedRecords() {
        assertThat(typeOf(Shipment.class, "shipper")).isEqualTo(typeOf(ShipmentRequest.class, "shipper"));
        assertThat(((ListType) typeOf(Shipment.class, "packages")).item())
                .isEqualTo(new ObjectType(CanonicalTypes.of(HandlingUnit.class).record()));
    }

    @Test
    void takesListsForRequiredThatNeedAnEntry() {
        assertThat(CanonicalTypes.of(Order.class).fields())
                .filteredOn(field -> field.type() instanceof ListType)
                .extracting(CanonicalField::name, CanonicalField::required)
                .containsExactly(tuple("references", false), tuple("lines", true));
    }

    @Test
    void refusesComponentWithoutClassification() {
        record Bare(@MaxLength(1) String text) {}
        assertThatThrownBy(() -> new CanonicalRecords().of(Bare.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Component 'text' of Bare has no @Classified. Add it.");
    }

    @Test
    void refusesComponentWithoutLimitOrUnit() {
        record Long1(@Classified(Classification.PUBLIC) long number) {}
        record Text1(@Classified(Classification.PUBLIC) String text) {}
        record List1(
                @Classified(Classification.PUBLIC) @MaxLength(1)
                List<String> texts) {}
        assertThatThrownBy(() -> new CanonicalRecords().of(Long1.class))
                .hasMessage("Component 'number' of Long1 has no @MeasuredIn. Add it.");
        assertThatThrownBy(() -> new CanonicalRecords().of(Text1.class))
                .hasMessage("Component 'text' of Text1 has no @MaxLength. Add it.");
        assertThatThrownBy(() -> new CanonicalRecords().of(List1.class))
                .hasMessage("Component 'texts' of List1 has no @MaxItems. Add it.");
    }

    @Test
    void refusesTypeThatIsNotInTheModel() {
        record Other(@Classified(Classification.PUBLIC) double number) {}
        record Cuts(
                @Classified(Classification.PUBLIC) @MaxItems(1) @MaxLength(1) @Cut
                List<String> texts) {}
        record Maybe(@Classified(Classification.PUBLIC) Optional<String> text) {}
        assertThatThrownBy(() -> new CanonicalRecords().of(Other.class))
                .hasMessage(
                        "Component 'number' of Other has type double. Use a text, an enum, a long, a boolean, an Instant, a LocalDate, a record, or a List of texts, enums or records.");
        assertThatThrownBy(() -> new CanonicalRecords().of(Cuts.class))
                .hasMessage("Component 'texts' of Cuts is a list, whose texts can't have @Cut or @Format. Remove it.");
        assertThatThrownBy(() -> new CanonicalRecords().of(Maybe.class))
                .hasMessageStartingWith("Component 'text' of Maybe has type Optional.");
    }

    private static FieldType typeOf(Class<? extends CanonicalMessage> message, String field) {
        return CanonicalTypes.of(message).fields().stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst()
                .orElseThrow()
                .type();
    }
}
