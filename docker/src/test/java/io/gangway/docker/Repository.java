package io.gangway.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of the repository, seen from this module's folder. */
final class Repository {
    static final Path DOCKER = Path.of("").toAbsolutePath();
    static final Path ROOT = DOCKER.getParent();

    private Repository() {}

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        return String.join("\n", lines(file));
    }
}
