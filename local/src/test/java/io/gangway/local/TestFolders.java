package io.gangway.local;

import java.io.IOException;
import java.nio.file.Path;

/** Folders for servers: short-lived, and never below /tmp, whose owner the server's user may not be. */
final class TestFolders {
    private TestFolders() {}

    static Path fresh(String name) {
        var folder = Path.of("target", "servers", name).toAbsolutePath();
        try {
            FolderLock.delete(folder);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        return Workspace.created(folder);
    }
}
