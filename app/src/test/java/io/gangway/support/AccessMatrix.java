package io.gangway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Who may do what, as data: the tables below {@code access-matrix}. */
public final class AccessMatrix {
    private AccessMatrix() {}

    /** Rows by column name. */
    public static List<Map<String, String>> read(String file, String separator) {
        var lines = text("/access-matrix/" + file)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        var names = lines.getFirst().split(Pattern.quote(separator));
        return lines.stream().skip(1).map(line -> row(names, line, separator)).toList();
    }

    private static Map<String, String> row(String[] names, String line, String separator) {
        var values = line.split(Pattern.quote(separator), names.length);
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], values[i]);
        }
        return row;
    }

    private static String text(String resource) {
        try (var stream = Objects.requireNonNull(AccessMatrix.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
