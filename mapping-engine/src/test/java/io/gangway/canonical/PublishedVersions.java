package io.gangway.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The versions that were published, with what they promised: the SHA-256 of each schema without its words for people,
 * so that a description may be mended. Lines are appended and never changed.
 */
record PublishedVersions(Map<String, String> digestById) {
    static final String REMEDY =
            "Run 'mvn -pl mapping-engine test -Dtest=GeneratedFilesTests -Dgangway.regenerate=true' and commit what it changes.";

    private static final JsonMapper JSON = new JsonMapper();

    static PublishedVersions parse(String lines) {
        var digests = new LinkedHashMap<String, String>();
        for (var line : lines.lines().toList()) {
            var parts = line.split(" ", 2);
            if (digests.put(parts[1], parts[0]) != null) {
                throw new IllegalStateException(
                        "Version %s was published twice. Remove the later line.".formatted(parts[1]));
            }
        }
        return new PublishedVersions(digests);
    }

    /** With a line for each version that has none yet. */
    PublishedVersions with(Map<String, String> schemaById) {
        var digests = new LinkedHashMap<>(digestById);
        new TreeMap<>(schemaById).forEach((id, schema) -> digests.putIfAbsent(id, digest(schema)));
        return new PublishedVersions(digests);
    }

    String text() {
        var lines = new StringBuilder();
        digestById.forEach(
                (id, digest) -> lines.append(digest).append(' ').append(id).append('\n'));
        return lines.toString();
    }

    /** One sentence for each broken promise; none if all are kept. */
    List<String> broken(Map<String, String> schemaById) {
        var broken = new ArrayList<String>();
        digestById.forEach((id, digest) -> {
            var schema = schemaById.get(id);
            if (schema == null) {
                broken.add("%s was published, but its schema is gone. Restore the file; a retired version keeps it."
                        .formatted(id));
            } else if (!digest(schema).equals(digest)) {
                broken.add(
                        "%s was published, but its schema has changed. Restore its record and make a record with the next version in @MessageType."
                                .formatted(id));
            }
        });
        new TreeMap<>(schemaById)
                .keySet().stream()
                        .filter(id -> !digestById.containsKey(id))
                        .forEach(id -> broken.add("%s is not published. %s".formatted(id, REMEDY)));
        return broken;
    }

    private static String digest(String schema) {
        var tree = JSON.readTree(schema);
        removeWords((ObjectNode) tree);
        tree.path("$defs").forEach(definition -> removeWords((ObjectNode) definition));
        try {
            var bytes = tree.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void removeWords(ObjectNode object) {
        object.remove(List.of("title", "description"));
        for (JsonNode property : object.path("properties")) {
            ((ObjectNode) property).remove("description");
        }
    }
}
