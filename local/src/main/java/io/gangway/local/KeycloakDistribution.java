package io.gangway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's programs, unpacked from the local Maven repository and built for PostgreSQL, both once.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code conf}; many servers may run from it at once
 */
record KeycloakDistribution(Path home) {
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--metrics-enabled=true");

    private static final int BUILD_MINUTES = 10;

    /** About a minute at the first time, nothing afterwards. */
    static KeycloakDistribution in(Workspace workspace) {
        var version = Versions.pinned().keycloak();
        var home = workspace.folder().resolve("keycloak-" + version);
        if (!isBuilt(home)) {
            FolderLock.whileLocked(home, () -> {
                if (!Files.isDirectory(home)) {
                    unpack(zip(version), home);
                }
                if (!isBuilt(home)) {
                    build(home, workspace.logs().resolve("keycloak-build.log"));
                }
            });
        }
        return new KeycloakDistribution(home);
    }

    static boolean isReady(Workspace workspace) {
        return isBuilt(
                workspace.folder().resolve("keycloak-" + Versions.pinned().keycloak()));
    }

    private static boolean isBuilt(Path home) {
        try {
            var stamp = home.resolve("built-with");
            return Files.isRegularFile(stamp) && Files.readString(stamp).equals(String.join(" ", BUILD_OPTIONS));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void unpack(Path zip, Path home) throws IOException {
        var part = home.resolveSibling(home.getFileName() + ".part");
        FolderLock.delete(part);
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream().toList()) {
                // The archive's one folder becomes ours.
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var file = part.resolve(name).normalize();
                if (!file.startsWith(part)) {
                    throw new IOException("%s names '%s', which lies outside of it.".formatted(zip, entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (name.endsWith(".sh")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
        Files.move(part, home);
    }

    private static void build(Path home, Path log) throws IOException {
        var command =
                new ArrayList<>(List.of(home.resolve("bin").resolve("kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        try {
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new StartFailed(
                        "Keycloak can't be prepared; see %s. Remove %s and try again.".formatted(log, home));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while Keycloak was being prepared.", interrupted);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Files.writeString(home.resolve("built-with"), String.join(" ", BUILD_OPTIONS));
    }

    private static Path zip(String version) {
        var name = Path.of(
                "org", "keycloak", "keycloak-quarkus-dist", version, "keycloak-quarkus-dist-%s.zip".formatted(version));
        return mavenRepositories()
                .map(repository -> repository.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new StartFailed(
                        "Keycloak %s is not in the local Maven repository. Fetch it (177 MB): mvn dependency:get -Dartifact=org.keycloak:keycloak-quarkus-dist:%s:zip -Dtransitive=false. If your repository is not ~/.m2/repository, name it by GANGWAY_MAVEN_REPOSITORY."
                                .formatted(version, version)));
    }

    /** As told by Maven's command line, by the environment, by Surefire, and the usual one. */
    private static Stream<Path> mavenRepositories() {
        return Stream.of(
                        property("maven.repo.local"),
                        System.getenv("GANGWAY_MAVEN_REPOSITORY"),
                        property("localRepository"),
                        Path.of(System.getProperty("user.home"), ".m2", "repository")
                                .toString())
                .filter(folder -> folder != null && !folder.isBlank())
                .map(Path::of);
    }

    private static @Nullable String property(String name) {
        return System.getProperty(name);
    }
}
