package io.gangway.bench.mapping;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Medians over all iterations of all rounds.
 *
 * @param bytes size of the document, the mean if there are several
 * @param micros wall time of an operation
 * @param cpuMicros processor time of an operation, garbage collector and compiler included
 * @param allocated bytes allocated by an operation
 */
record Measurement(double bytes, double micros, double cpuMicros, double allocated) {

    static Measurement of(double bytes, List<Sample> samples) {
        return new Measurement(
                bytes, median(samples, Sample::wall), median(samples, Sample::cpu), median(samples, Sample::allocated));
    }

    /** Of input, in millions of bytes. */
    double megabytesPerSecond() {
        return bytes / micros;
    }

    /** How many times as fast as the other. */
    double timesAsFastAs(Measurement other) {
        return other.micros / micros;
    }

    /** Allocation as a share of the other's. */
    double allocatedBeside(Measurement other) {
        return allocated / other.allocated;
    }

    /** Time per byte beside that of a smaller document; 1 is linear. */
    double costPerByteBeside(Measurement smaller) {
        return micros / bytes / (smaller.micros / smaller.bytes);
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        var sorted = samples.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
