package io.gangway.bench.mapping;

import io.gangway.local.feed.SamplePayloads;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Bytes to records, as translation does it with every webhook; {@link SenderBench} gives the parameters. Public because JMH wants
 * it so.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class SenderRun {
    private static final int VARIANTS = 100;

    @Param("easypost")
    public String sender;

    @Param({"ours", "jolt"})
    public String entrant;

    private List<byte[]> documents;
    private Binding binding;
    private int next;

    @Setup
    public void prepare() {
        documents = documents(sender);
        binding = Entrant.of(entrant) == Entrant.OURS ? new OurRecords(sender) : new JoltRecords(sender);
    }

    /** The same bytes in every process. */
    static List<byte[]> documents(String sender) {
        var samples = new SamplePayloads(1);
        var now = Instant.parse("2026-11-23T08:00:00Z");
        return IntStream.range(0, VARIANTS)
                .mapToObj(number -> samples.next(sender, now).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Benchmark
    public Object bind() {
        var document = documents.get(next);
        next = next + 1 < documents.size() ? next + 1 : 0;
        return binding.bind(document);
    }
}
