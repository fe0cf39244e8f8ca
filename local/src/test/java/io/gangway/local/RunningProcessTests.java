package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProcessTests {
    @TempDir
    private Path folder;

    @Test
    void findsAndStopsAProcessByItsFile() throws IOException {
        var file = folder.resolve("child.pid");
        var child = new ProcessBuilder("sleep", "300").start();
        RunningProcess.of(child.toHandle()).keepIn(file);
        assertThat(RunningProcess.stillRunning(file)).contains(child.toHandle());
        assertThat(RunningProcess.stop(child.toHandle(), Duration.ofSeconds(10)))
                .isTrue();
        assertThat(RunningProcess.stillRunning(file)).isEmpty();
    }

    @Test
    void takesNoProcessThatOnlyHasTheSameNumber() {
        var file = folder.resolve("reused.pid");
        new RunningProcess(ProcessHandle.current().pid(), Instant.parse("2020-01-01T00:00:00Z")).keepIn(file);
        assertThat(RunningProcess.stillRunning(file)).isEmpty();
    }

    @Test
    void leavesTheProcessesOfACopiedFolderAlone() throws IOException {
        var original = Files.createDirectory(folder.resolve("original")).resolve("child.pid");
        RunningProcess.of(ProcessHandle.current()).keepIn(original);
        var copy = Files.createDirectory(folder.resolve("a copy")).resolve("child.pid");
        Files.copy(original, copy);
        assertThat(RunningProcess.stillRunning(original)).contains(ProcessHandle.current());
        assertThat(RunningProcess.stillRunning(copy)).isEmpty();
    }

    @Test
    void countsABrokenFileAsNone() throws IOException {
        var file = Files.writeString(folder.resolve("broken.pid"), "half a l");
        assertThat(RunningProcess.stillRunning(file)).isEmpty();
    }

    @Test
    void endsAProcessThatRefusesToEnd() throws IOException {
        var child = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        child.inputReader().readLine();
        assertThat(RunningProcess.stop(child.toHandle(), Duration.ofMillis(200)))
                .isFalse();
        assertThat(child.toHandle().isAlive()).isFalse();
    }
}
