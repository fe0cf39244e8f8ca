package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What holds whatever a partner writes: a mapping compiles or is refused with faults, a payload gives a result, what
 * comes out is JSON, and all of it ends soon. The limits are low, so that a few values are enough to reach them.
 */
final class FuzzTargets {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final MappingLimits LOW =
            new MappingLimits(20_000, 64 << 10, 50, 64, 1000, 1000, 40_000, 20_000, 50_000, 50_000, 100, 20);
    private static final DocumentReader STRICT = new DocumentReader(
            new MappingLimits(1 << 20, 1 << 20, 50, 64, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 100, 20));

    private final MappingCompiler compiler = new MappingCompiler(LOW);
    private final Readers readers = new Readers();

    /** The fast and the strict reader agree. */
    boolean parse(byte[] payload) {
        var start = System.nanoTime();
        var accepted = readers.accept(payload);
        checkTime(start);
        return accepted;
    }

    Optional<CompiledMapping> compile(String mapping) {
        var start = System.nanoTime();
        try {
            return Optional.of(compiler.compile(mapping, Mappings.CODES));
        } catch (MappingSpecInvalid refused) {
            assertThat(refused.faults()).isNotEmpty();
            return Optional.empty();
        } finally {
            checkTime(start);
        }
    }

    /** Whether the mapping compiles and makes something of the payload. */
    boolean run(String mapping, byte[] payload) {
        var compiled = compile(mapping);
        return compiled.isPresent() && run(compiled.get(), payload);
    }

    private static boolean run(CompiledMapping mapping, byte[] payload) {
        var start = System.nanoTime();
        if (mapping.target().isPresent()) {
            check(mapping.map(payload));
        }
        var result = mapping.transform(payload);
        checkTime(start);
        return check(result);
    }

    private static void check(MappingResult result) {
        switch (result) {
            case MappingResult.NothingToReport nothing -> {}
            case MappingResult.Mapped mapped -> assertThat(mapped.messages()).isNotEmpty();
            case MappingResult.Rejected rejected ->
                assertThat(rejected.faults()).isNotEmpty();
        }
    }

    private static boolean check(TransformResult result) {
        return switch (result) {
            case TransformResult.Transformed transformed -> {
                var faults = new Faults(LOW.faults());
                STRICT.read(new String(transformed.json(), StandardCharsets.UTF_8), faults);
                assertThat(faults.toList()).isEmpty();
                yield true;
            }
            case MappingResult.Rejected rejected -> {
                assertThat(rejected.faults()).isNotEmpty();
                yield false;
            }
        };
    }

    private static void checkTime(long start) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }
}
