package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A program that this one started. It runs in a session of its own: Ctrl-C in the terminal reaches this program alone,
 * which then stops its children in order.
 */
final class ChildProcess {
    private static final int TAIL_BYTES = 131_072;
    private static final int WIDEST = 300;
    private static final List<String> OWN_SESSION = ownSession();

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * @param name as the person at the terminal knows it
     * @param environment added to this program's own
     * @param log gets standard output and error; that of the former run stays beside it
     * @param pidFile where a later run finds this process, should this program be killed
     */
    static ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            Path pidFile) {
        try {
            if (Files.exists(log)) {
                Files.move(
                        log, log.resolveSibling("previous-" + log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            var detached = new ArrayList<>(OWN_SESSION);
            detached.addAll(command);
            var builder = new ProcessBuilder(detached)
                    .directory(directory.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            RunningProcess.of(process.toHandle()).keepIn(pidFile);
            return new ChildProcess(name, process, log);
        } catch (IOException refused) {
            throw new StartFailed("%s can't be started: %s".formatted(name, refused.getMessage()), refused);
        }
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    void stop(Duration patience) {
        RunningProcess.stop(process.toHandle(), patience);
    }

    StartFailed failed(String what) {
        return new StartFailed("%s %s. The end of its log %s:%n%s"
                .formatted(name, what, log, logTail(25).indent(2)));
    }

    /** The last lines of the log, shortened to what a terminal shows. */
    String logTail(int lines) {
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - TAIL_BYTES));
            var bytes = ByteBuffer.allocate(TAIL_BYTES);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
            var all = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.length() > WIDEST ? line.substring(0, WIDEST) + " …" : line)
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Linux has setsid; macOS does not, but has perl. */
    private static List<String> ownSession() {
        if (isOnPath("setsid")) {
            return List.of("setsid");
        }
        return isOnPath("perl")
                ? List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die $!;")
                : List.of();
    }

    static boolean isOnPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
