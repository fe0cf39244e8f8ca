package io.gangway.bench.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs in a process of its own; {@link MappingBench} gives the parameters. Public because JMH wants it so. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class MappingRun {
    @Param("EVENTS")
    public String task;

    @Param({"2k5", "250k", "10m"})
    public String payload;

    @Param({"ours", "jolt", "jslt", "copy"})
    public String entrant;

    private List<byte[]> documents;
    private Contender contender;
    private int next;
    /** Kept from one to the next, so that what is measured is the work and not the array that a caller may want. */
    private ByteArrayOutputStream result;

    @Setup
    public void prepare() {
        documents = Payload.of(payload).documents();
        result = new ByteArrayOutputStream();
        contender = Task.valueOf(task).contender(Entrant.of(entrant));
    }

    @Benchmark
    public int transform() throws IOException {
        var document = documents.get(next);
        next = next + 1 < documents.size() ? next + 1 : 0;
        result.reset();
        contender.transform(document, result);
        return result.size();
    }
}
