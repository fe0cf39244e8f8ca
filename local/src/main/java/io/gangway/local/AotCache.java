package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * Classes of one build as the JVM has loaded and linked them before: the start takes half the time. Recorded by the first
 * run of a build and written when that run ends; where it is missing or doesn't fit, the JVM starts without.
 *
 * @param file for later starts
 * @param part as long as it is being written
 */
record AotCache(Path file, Path part) {
    static AotCache of(Workspace workspace, List<Path> classPath) {
        var folder = Workspace.created(workspace.folder().resolve("aot"));
        var name = key(classPath);
        return new AotCache(folder.resolve(name + ".aot"), folder.resolve(name + ".part"));
    }

    boolean isThere() {
        return Files.isRegularFile(file);
    }

    List<String> jvmOptions() {
        return List.of(
                isThere() ? "-XX:AOTCache=" + file : "-XX:AOTCacheOutput=" + part,
                // It would list every class that can't be kept, hundreds of lines after the program's own last one.
                "-Xlog:aot*=off",
                "-Xlog:cds*=off");
    }

    /** Half of a cache, left by a run that was killed while writing, would be taken for a whole one. */
    void forgetWhatWasWritten() {
        try {
            Files.deleteIfExists(part);
            Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".config"));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Puts what the ended run has written in the place of all former caches. */
    void keepWhatWasWritten() {
        if (!Files.isRegularFile(part)) {
            return;
        }
        try (var former = Files.list(file.getParent())) {
            for (var stale : former.filter(path -> !path.equals(part)).toList()) {
                Files.delete(stale);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The JVM checks size and time of each jar and takes no cache whose jars changed. */
    private static String key(List<Path> classPath) {
        var text = new StringBuilder(Runtime.version().toString());
        try {
            for (var jar : classPath) {
                text.append('\n').append(jar).append(' ').append(Files.size(jar));
                text.append(' ').append(Files.getLastModifiedTime(jar));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
