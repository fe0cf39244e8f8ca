package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.concurrent.locks.ReentrantLock;

/** Work on a folder that two programs, or two tests of one program, must not do at once. */
final class FolderLock {
    /** Locks on files hold between processes only, so threads of this one queue here first. */
    private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

    interface Work {
        void run() throws IOException;
    }

    private FolderLock() {}

    static void whileLocked(Path folder, Work work) {
        THIS_PROCESS.lock();
        try (var channel = FileChannel.open(
                        folder.resolveSibling(folder.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("%s can't be prepared: %s".formatted(folder, failed.getMessage()), failed);
        } finally {
            THIS_PROCESS.unlock();
        }
    }

    /** Does nothing if there is no such folder. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
