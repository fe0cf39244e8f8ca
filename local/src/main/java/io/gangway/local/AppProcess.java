package io.gangway.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Gangway itself, on this program's own class path. */
final class AppProcess {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration STOP_WHILE_STARTING = Duration.ofSeconds(5);
    /** Writing the cache of classes happens once per build and takes about 15 seconds. */
    private static final Duration STOP_WITH_CACHE = Duration.ofSeconds(90);

    private final Workspace workspace;
    private final int port;
    private final ChildProcess process;

    private AppProcess(Workspace workspace, int port, ChildProcess process) {
        this.workspace = workspace;
        this.port = port;
        this.process = process;
    }

    /** Returns at once; see {@link #awaitReady()}. */
    static AppProcess start(Workspace workspace, int port, Map<String, String> environment) {
        var classPath = classPath();
        forget(readyFile(workspace));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AotCache.of(workspace, classPath).jvmOptions());
        command.addAll(List.of(
                "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                String.join(
                        File.pathSeparator,
                        classPath.stream().map(Path::toString).toList()),
                "io.gangway.Application"));
        return new AppProcess(
                workspace,
                port,
                ChildProcess.start(
                        "Gangway",
                        command,
                        environment,
                        workspace.root(),
                        workspace.logs().resolve("app.log"),
                        pidFile(workspace)));
    }

    ChildProcess process() {
        return process;
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit();
    }

    /** Returns when requests are served. Throws {@link StartFailed} with the end of the log. */
    void awaitReady() {
        Readiness.await(process, URI.create("http://127.0.0.1:%d/readyz".formatted(port)), START);
        try {
            Files.writeString(readyFile(workspace), "");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /**
     * Stops the platform that runs in this workspace, whoever started it, and keeps its cache of classes.
     *
     * @param beforeWritingTheCache tells the person at the terminal why it takes longer
     * @return whether it ran
     */
    static boolean stop(Workspace workspace, Runnable beforeWritingTheCache) {
        var cache = AotCache.of(workspace, classPath());
        var app = RunningProcess.stillRunning(pidFile(workspace));
        if (app.isEmpty()) {
            cache.forgetWhatWasWritten();
            return false;
        }
        if (!Files.exists(readyFile(workspace))) {
            // What half a start has recorded is not worth the wait.
            RunningProcess.stop(app.get(), STOP_WHILE_STARTING);
            cache.forgetWhatWasWritten();
            return true;
        }
        if (!cache.isThere()) {
            beforeWritingTheCache.run();
        }
        if (RunningProcess.stop(app.get(), cache.isThere() ? STOP : STOP_WITH_CACHE)) {
            cache.keepWhatWasWritten();
        } else {
            cache.forgetWhatWasWritten();
        }
        return true;
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Path readyFile(Workspace workspace) {
        return workspace.running().resolve("app.ready");
    }

    private static Path pidFile(Workspace workspace) {
        return workspace.running().resolve("app.pid");
    }

    /** In the order of names: that of a folder differs between file systems, and the cache wants the same each time. */
    private static List<Path> classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .sorted()
                .toList();
    }
}
