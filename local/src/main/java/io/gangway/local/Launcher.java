package io.gangway.local;

import io.gangway.local.feed.Feeder;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** {@code ./gangway run}: everything on one machine, until Ctrl-C or until one of its processes dies. */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int PARCELS_AT_FIRST = 48;
    private static final int PARCELS_AGAIN = 12;

    private final Workspace workspace;
    private final LaunchOptions options;
    private final Progress progress = new Progress(System.out);
    private final LocalRun run;
    /** Held as long as this program lives. */
    private final RunLock lock;

    private volatile boolean stopping;
    private volatile @Nullable Feeder feeder;

    private Launcher(Workspace workspace, LaunchOptions options) {
        this.workspace = workspace;
        this.options = options;
        this.run = new LocalRun(workspace, options, progress);
        this.lock = RunLock.take(workspace);
    }

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.print(LaunchOptions.USAGE);
            return;
        }
        try {
            new Launcher(Workspace.find(), LaunchOptions.parse(words)).untilSomethingEnds();
        } catch (StartFailed failed) {
            System.err.println(failed.getMessage());
        }
        // Stops whatever was started, by the hook.
        System.exit(FAILED);
    }

    private void untilSomethingEnds() {
        run.prepare();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            var first = run.isFirst();
            var system = run.start();
            progress.print(new Welcome(workspace, options, system)
                    .text(Clock.systemUTC().instant()));
            if (options.feed()) {
                feed(system.demo(), first ? PARCELS_AT_FIRST : PARCELS_AGAIN);
            }
            throw system.awaitFirstEnd().failed("has ended, so the rest is stopped too");
        } catch (StartFailed failed) {
            if (stopping) {
                // It ended because it was told to; the hook says so.
                return;
            }
            throw failed;
        }
    }

    private void feed(DemoFile demo, int parcels) {
        var started = new Feeder(
                URI.create("http://127.0.0.1:" + options.port()),
                demo.endpoints(),
                demo.apiKeys().stream().map(DemoFile.ApiKey::key).toList(),
                parcels,
                Clock.systemUTC(),
                new SplittableRandom());
        feeder = started;
        started.start();
    }

    private void stop() {
        stopping = true;
        progress.say("Stopping.");
        var running = feeder;
        if (running != null) {
            running.close();
        }
        run.stopChildren(() -> progress.say(
                "Keeping what was loaded, so that the next starts are faster; once per build, about 20 seconds."));
        // A preparation of Keycloak that was under way, for instance.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        progress.say("Stopped.");
        lock.close();
    }
}
