package io.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTests {
    @TempDir
    private Path folder;

    @Test
    void makesAnotherEachTimeInLettersThatNeedNoQuoting() {
        assertThat(Passwords.random()).matches("[A-Za-z0-9_-]{32}").isNotEqualTo(Passwords.random());
        assertThat(Passwords.readable()).matches("([a-z]{4}-){3}\\d{4}").isNotEqualTo(Passwords.readable());
    }

    @Test
    void makesKeysOf32Bytes() {
        assertThat(Base64.getDecoder().decode(Passwords.key())).hasSize(32);
    }

    @Test
    void writesFilesThatOnlyTheirOwnerReads() throws IOException {
        var file = folder.resolve("secret");
        Passwords.write(file, "first");
        Passwords.write(file, "second");
        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void keepsEverybodysPasswordOverRuns() {
        var demo = DemoPeople.read();
        var first = LocalSecrets.in(folder, demo);
        var second = LocalSecrets.in(folder, demo);
        assertThat(second).isEqualTo(first);
        assertThat(first.logins()).containsOnlyKeys("anna", "bo", "nora", "pia", "ben", "olga", "acme-erp");
        assertThat(first).hasToString("LocalSecrets of [acme-erp, anna, ben, bo, nora, olga, pia]");
    }
}
