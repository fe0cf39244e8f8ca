package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One run per folder. The operating system releases the lock with the process, so a killed run leaves none behind. */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Throws {@link StartFailed} that names the other run. */
    static RunLock take(Workspace workspace) {
        var file = workspace.running().resolve("launcher.lock");
        var holder = workspace.running().resolve("launcher.pid");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartFailed(
                        "Gangway already runs from this folder, as process %s. Stop it with Ctrl-C in its terminal, or: kill %s"
                                .formatted(pid(holder), pid(holder)));
            }
            RunningProcess.of(ProcessHandle.current()).keepIn(holder);
            return new RunLock(channel);
        } catch (IOException refused) {
            throw new UncheckedIOException("%s can't be locked.".formatted(file), refused);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String pid(Path holder) throws IOException {
        return Files.isRegularFile(holder) ? Files.readString(holder).split(" ")[0] : "?";
    }
}
