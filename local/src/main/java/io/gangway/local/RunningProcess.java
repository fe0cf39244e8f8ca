package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process as written to a file, to be found again by a later run. Process ids are used again, so the start is kept too.
 *
 * @param startedAt as the operating system tells it
 */
record RunningProcess(long pid, Instant startedAt) {
    /** The operating system counts from boot, and its idea of the boot time moves when the clock is set. */
    private static final Duration SAME_START = Duration.ofSeconds(3);

    static RunningProcess of(ProcessHandle process) {
        return new RunningProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    void keepIn(Path file) {
        try {
            // Made first: only what is there has a real path.
            Files.writeString(file, "");
            Files.writeString(file, "%d %s %s%n".formatted(pid, startedAt, whole(file)));
        } catch (IOException refused) {
            throw new UncheckedIOException("%s can't be written.".formatted(file), refused);
        }
    }

    /**
     * The process that the file names, if it is still that one. A file which says anything else counts as none, and so does
     * a copy: with a folder that was copied its pid files are too, and the processes are those of the original.
     */
    static Optional<ProcessHandle> stillRunning(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            var words = Files.readString(file).strip().split(" ", 3);
            if (!words[2].equals(whole(file))) {
                return Optional.empty();
            }
            var kept = new RunningProcess(Long.parseLong(words[0]), Instant.parse(words[1]));
            return ProcessHandle.of(kept.pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> kept.isSame(RunningProcess.of(process)));
        } catch (IOException | RuntimeException notAPidFile) {
            return Optional.empty();
        }
    }

    private static String whole(Path file) throws IOException {
        return file.toRealPath().toString();
    }

    private boolean isSame(RunningProcess other) {
        return pid == other.pid
                && Duration.between(startedAt, other.startedAt).abs().compareTo(SAME_START) < 0;
    }

    /**
     * Asks the process to end, waits, and ends it with all its descendants if it doesn't.
     *
     * @return whether it ended when asked
     */
    static boolean stop(ProcessHandle process, Duration patience) {
        var descendants = process.descendants().toList();
        process.destroy();
        var ended = endsWithin(process, patience);
        if (!ended) {
            process.destroyForcibly();
            endsWithin(process, Duration.ofSeconds(5));
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
        return ended;
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
