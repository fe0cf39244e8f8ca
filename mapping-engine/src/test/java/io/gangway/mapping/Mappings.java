package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gangway.canonical.FaultParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TrackingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Compiles and runs mappings in tests. */
final class Mappings {
    static final CodeLists CODES = CodeLists.of(
            List.of(CodeList.of("codes", List.of(new CodeRow(List.of("D"), ShipmentStatus.DELIVERED, null, null)))));

    /** Takes a payload that has the canonical shape already: one object or an array of them. */
    static final CompiledMapping PLAIN = compile("""
            {"operation": "country", "spec": {"field": "_country"}}""");

    private Mappings() {}

    static CompiledMapping compile(String... steps) {
        return new MappingCompiler(MappingLimits.defaults()).compile(text(steps), CODES);
    }

    static List<MappingFault> faultsOf(String text) {
        var invalid = catchThrowableOfType(
                MappingSpecInvalid.class, () -> new MappingCompiler(MappingLimits.defaults()).compile(text, CODES));
        assertThat(invalid).isNotNull();
        return invalid.faults();
    }

    static List<MappingFault> faultsOfStep(String step) {
        return faultsOf(text(step));
    }

    static String text(String... steps) {
        return "{\"mapping\": \"test\", \"target\": \"tracking-event/1\", \"steps\": [" + String.join(", ", steps)
                + "]}";
    }

    static List<TrackingEvent> events(CompiledMapping mapping, String payload) {
        var result = mapping.map(payload.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(MappingResult.Mapped.class);
        assertThat(((MappingResult.Mapped) result).faults()).isEmpty();
        return ((MappingResult.Mapped) result)
                .messages().stream().map(TrackingEvent.class::cast).toList();
    }

    /** With any JSON as its target. */
    static CompiledMapping chain(String... steps) {
        return new MappingCompiler(MappingLimits.defaults()).compile("[" + String.join(", ", steps) + "]", CODES);
    }

    static String transformed(CompiledMapping mapping, String payload) {
        var result = mapping.transform(payload.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(TransformResult.Transformed.class);
        return new String(((TransformResult.Transformed) result).json(), StandardCharsets.UTF_8);
    }

    /** What one step makes of a payload; both have apostrophes for quotes. */
    static String made(String step, String payload) {
        return transformed(chain(step.replace('\'', '"')), payload.replace('\'', '"'))
                .replace('"', '\'');
    }

    /** What one step finds wrong with a payload; both have apostrophes for quotes. */
    static List<MappingFault> wrong(String step, String payload) {
        return refusal(chain(step.replace('\'', '"')), payload.replace('\'', '"'));
    }

    /**
     * What is wrong with one step, which has apostrophes for quotes. Without places, which {@link
     * MappingFaultCorpusTests} has.
     */
    static List<MappingFault> invalid(String step) {
        return faultsOfStep(step.replace('\'', '"')).stream()
                .map(fault -> fault.at(null))
                .toList();
    }

    static List<MappingFault> refusal(CompiledMapping mapping, String payload) {
        var result = mapping.transform(payload.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(MappingResult.Rejected.class);
        return ((MappingResult.Rejected) result).faults();
    }

    static List<MappingFault> rejection(CompiledMapping mapping, String payload) {
        return rejection(mapping, payload.getBytes(StandardCharsets.UTF_8));
    }

    static List<MappingFault> rejection(CompiledMapping mapping, byte[] payload) {
        var result = mapping.map(payload);
        assertThat(result).isInstanceOf(MappingResult.Rejected.class);
        var rejected = (MappingResult.Rejected) result;
        assertThat(rejected.party()).isEqualTo(FaultParty.PARTNER);
        return rejected.faults();
    }

    static MappingResult.Mapped partly(CompiledMapping mapping, String payload) {
        var result = mapping.map(payload.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(MappingResult.Mapped.class);
        return (MappingResult.Mapped) result;
    }

    /** A message in the canonical shape; {@code more} are further members, each with a comma in front. */
    static String message(String more) {
        return """
                {"carrier": "c", "trackingNumber": "1", "occurredAt": "2026-01-01T00:00:00Z", "status": "DELIVERED",
                 "rawCode": "D"%s}""".formatted(more);
    }
}
