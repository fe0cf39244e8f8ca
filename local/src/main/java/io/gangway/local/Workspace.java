package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The repository on this machine, and what a local run keeps in its folder {@code .gangway}.
 *
 * @param root the folder with the script {@code gangway}
 */
public record Workspace(Path root) {
    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** The repository around the working directory. Throws {@link StartFailed} outside of one. */
    public static Workspace find() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("gangway"))
                    && Files.isRegularFile(folder.resolve("local").resolve("pom.xml"))) {
                return new Workspace(folder);
            }
        }
        throw new StartFailed("%s is not inside Gangway's repository. Change into the folder with the script 'gangway'."
                .formatted(start));
    }

    /** What is kept between runs; never committed. {@code GANGWAY_STATE} names another folder, for a run beside a run. */
    public Path folder() {
        var other = System.getenv("GANGWAY_STATE");
        return created(other == null || other.isBlank() ? root.resolve(".gangway") : root.resolve(other));
    }

    /** What {@code --fresh} removes. */
    public Path data() {
        return folder().resolve("data");
    }

    public Path logs() {
        return created(folder().resolve("logs"));
    }

    /** Which processes run: the lock and the process ids. */
    Path running() {
        return created(folder().resolve("running"));
    }

    Path demoFile() {
        return folder().resolve("demo.json");
    }

    static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "The folder %s can't be created: %s".formatted(folder, refused.getMessage()), refused);
        }
    }
}
