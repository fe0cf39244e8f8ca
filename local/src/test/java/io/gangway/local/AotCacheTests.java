package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTests {
    @TempDir
    private Path root;

    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        jar = Files.writeString(root.resolve("app.jar"), "classes");
    }

    @Test
    void recordsAtFirstAndIsUsedAfterwards() throws IOException {
        var cache = cache();
        assertThat(cache.jvmOptions()).contains("-XX:AOTCacheOutput=" + cache.part());
        Files.writeString(cache.part(), "recorded");
        cache.keepWhatWasWritten();
        assertThat(cache().jvmOptions()).contains("-XX:AOTCache=" + cache.file());
        assertThat(cache.part()).doesNotExist();
    }

    @Test
    void isAnotherOneForAnotherBuildAndRemovesTheFormer() throws IOException {
        var former = cache();
        Files.writeString(former.file(), "recorded");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        var cache = cache();
        assertThat(cache.isThere()).isFalse();
        Files.writeString(cache.part(), "recorded anew");
        cache.keepWhatWasWritten();
        assertThat(former.file()).doesNotExist();
        assertThat(cache.file()).hasContent("recorded anew");
    }

    @Test
    void forgetsWhatAKilledRunHalfWrote() throws IOException {
        var cache = cache();
        Files.writeString(cache.part(), "half");
        cache.forgetWhatWasWritten();
        assertThat(cache.part()).doesNotExist();
        assertThat(cache.isThere()).isFalse();
    }

    private AotCache cache() {
        return AotCache.of(new Workspace(root), List.of(jar));
    }
}
