package io.gangway.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once from the jars on the class path.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {
    static PostgresBinaries in(Workspace workspace) {
        var home = workspace.folder().resolve("postgres-" + Versions.pinned().postgres());
        if (!Files.isDirectory(home)) {
            FolderLock.whileLocked(home, () -> unpack(home));
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            return;
        }
        var part = home.resolveSibling(home.getFileName() + ".part");
        FolderLock.delete(part);
        var archive = archive();
        try (var resource = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new StartFailed(
                        "There is no PostgreSQL for this machine (%s). Gangway runs locally on Linux and macOS, on x86-64 and ARM."
                                .formatted(archive));
            }
            unpack(resource, part);
        }
        Files.move(part, home);
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, inside(folder, entry.getName()));
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(
                    file, file.resolveSibling(Path.of(entry.getLinkName()).getFileName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The archive names '%s', which lies outside of it.".formatted(name));
        }
        return file;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        // Alpine's C library is another one.
        var variant = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        return "postgres-%s-%s%s.txz".formatted(system, processor, variant);
    }
}
