package io.gangway.mapping;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A mapping and a payload that together are meant to use up everything. */
record Attack(String name, String chain, Supplier<String> payload, String code) {
    /** Long past what any attack takes; who is still at work then hangs. */
    static final Duration HANGING = Duration.ofSeconds(20);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What a run ended in, and the bytes that its thread allocated, most of them for a moment; before it to compile. */
    record Outcome(List<MappingFault> faults, long compiling, long allocated) {}

    static Attack of(String name, String chain, String payload, String code) {
        return new Attack(name, chain, () -> payload, code);
    }

    Outcome run() {
        return assertTimeoutPreemptively(HANGING, () -> {
            long start = THREADS.getCurrentThreadAllocatedBytes();
            var mapping = new MappingCompiler(MappingLimits.defaults()).compile(chain, Mappings.CODES);
            long compiling = THREADS.getCurrentThreadAllocatedBytes() - start;
            var bytes = payload.get().getBytes(StandardCharsets.UTF_8);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            var result = mapping.target().isPresent() ? mapping.map(bytes) : mapping.transform(bytes);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            return new Outcome(
                    result instanceof MappingResult.Rejected rejected ? rejected.faults() : List.of(),
                    compiling,
                    allocated);
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
