package io.gangway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Sends requests one after the other over each of some connections, for a while. */
final class Load {
    private Load() {}

    /** @param perSecond answers with the expected status; @param nanoseconds of each of them */
    record Result(double perSecond, long[] nanoseconds, long others) {}

    static Result run(int port, int connections, Duration duration, int expected, Supplier<byte[]> requests) {
        var deadline = System.nanoTime() + duration.toNanos();
        Callable<Sent> sender = () -> {
            var sent = new Sent();
            try (var connection = new HttpConnection(port)) {
                while (System.nanoTime() < deadline) {
                    var request = requests.get();
                    var begun = System.nanoTime();
                    var status = connection.send(request).status();
                    sent.note(System.nanoTime() - begun, status == expected);
                }
            }
            return sent;
        };
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var futures = threads.invokeAll(
                    IntStream.range(0, connections).mapToObj(i -> sender).toList());
            var elapsed = (System.nanoTime() - begun) / 1e9;
            var all = futures.stream().map(Load::result).toList();
            var times = all.stream()
                    .flatMapToLong(sent -> Arrays.stream(sent.times, 0, sent.count))
                    .toArray();
            return new Result(
                    times.length / elapsed,
                    times,
                    all.stream().mapToLong(sent -> sent.others).sum());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring.", stopping);
        }
    }

    private static Sent result(Future<Sent> future) {
        try {
            return future.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring.", stopping);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A connection failed while measuring.", failed.getCause());
        }
    }

    private static final class Sent {
        private long[] times = new long[4096];
        private int count;
        private long others;

        void note(long nanoseconds, boolean asExpected) {
            if (!asExpected) {
                others++;
                return;
            }
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = nanoseconds;
        }
    }

    /** A connection of its own, for single requests. */
    static HttpConnection connect(int port) {
        try {
            return new HttpConnection(port);
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }
}
