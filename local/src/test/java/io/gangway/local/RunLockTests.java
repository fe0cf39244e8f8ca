package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTests {
    @TempDir
    private Path root;

    @Test
    void refusesASecondRunAndSaysHowToStopTheFirst() {
        var workspace = new Workspace(root);
        try (var first = RunLock.take(workspace)) {
            var pid = ProcessHandle.current().pid();
            assertThatThrownBy(() -> RunLock.take(workspace))
                    .isInstanceOf(StartFailed.class)
                    .hasMessage(
                            "Gangway already runs from this folder, as process %d. Stop it with Ctrl-C in its terminal, or: kill %d",
                            pid, pid);
        }
    }

    @Test
    void isFreeAgainAfterTheRun() {
        var workspace = new Workspace(root);
        RunLock.take(workspace).close();
        RunLock.take(workspace).close();
        assertThat(workspace.running().resolve("launcher.pid")).exists();
    }

    @Test
    void ignoresWhatAKilledRunWrote() throws Exception {
        var workspace = new Workspace(root);
        Files.writeString(workspace.running().resolve("launcher.pid"), "1 2020-01-01T00:00:00Z\n");
        Files.createFile(workspace.running().resolve("launcher.lock"));
        RunLock.take(workspace).close();
        assertThat(Files.readString(workspace.running().resolve("launcher.pid")))
                .startsWith(ProcessHandle.current().pid() + " ");
    }
}
