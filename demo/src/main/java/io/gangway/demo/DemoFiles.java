package io.gangway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the demo's file, readable for its owner alone, whole or not at all. */
@Component
@Profile("local")
@EnableConfigurationProperties(DemoProperties.class)
class DemoFiles {
    private final DemoProperties properties;
    private final JsonMapper json;

    DemoFiles(DemoProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    void write(DemoFile content) {
        var target = properties.file().toAbsolutePath();
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, json.writeValueAsString(content), StandardCharsets.UTF_8);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
