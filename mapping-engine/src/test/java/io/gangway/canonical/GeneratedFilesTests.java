package io.gangway.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Schemas and tables are what the canonical records say; {@code -Dgangway.regenerate=true} makes them so. */
class GeneratedFilesTests {
    private static final Path SCHEMAS = Path.of("src/main/resources/io/gangway/canonical/schema");
    private static final Path PUBLISHED = SCHEMAS.resolve("published-versions.txt");
    private static final Path DOCUMENT = Path.of("../docs/canonical-model.md");
    private static final String SUFFIX = ".schema.json";

    private static Map<Path, String> expected = Map.of();

    @BeforeAll
    static void generate() throws IOException {
        var comments = RecordComments.read();
        expected = new LinkedHashMap<>();
        for (var type : CanonicalTypes.all()) {
            var file = "%s-%d%s".formatted(type.name(), type.version(), SUFFIX);
            expected.put(SCHEMAS.resolve(file), SchemaText.of(type, comments));
        }
        var document = Files.readString(DOCUMENT);
        var start = document.indexOf(FieldTables.START);
        assertThat(start)
                .as("%s has no line '%s'. Restore it.", DOCUMENT, FieldTables.START)
                .isPositive();
        expected.put(DOCUMENT, document.substring(0, start) + FieldTables.of(CanonicalTypes.all(), comments));
        if (Boolean.getBoolean("gangway.regenerate")) {
            for (var file : expected.entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
            }
            Files.writeString(PUBLISHED, published().with(schemas()).text());
        }
    }

    @Test
    void sayWhatTheRecordsSay() throws IOException {
        for (var file : expected.entrySet()) {
            var path = file.getKey();
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as("%s is not what the canonical records say. %s", path, PublishedVersions.REMEDY)
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void keepWhatWasPublished() throws IOException {
        assertThat(published().broken(schemas())).isEmpty();
    }

    private static PublishedVersions published() throws IOException {
        return PublishedVersions.parse(Files.readString(PUBLISHED));
    }

    /** By id, also those of versions that have no record any more. */
    private static Map<String, String> schemas() throws IOException {
        var schemas = new TreeMap<String, String>();
        try (var files = Files.list(SCHEMAS)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                var name = file.getFileName().toString().replace(SUFFIX, "");
                schemas.put(name.replaceFirst("-(?=\\d+$)", "/"), Files.readString(file));
            }
        }
        return schemas;
    }
}
