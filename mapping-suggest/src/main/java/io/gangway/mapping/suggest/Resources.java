package io.gangway.mapping.suggest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** The word lists beside these classes. */
final class Resources {
    private Resources() {}

    /** Lists separated by commas, by name. */
    static Map<String, List<String>> lists(String name) {
        var properties = new Properties();
        try (var stream = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var lists = new TreeMap<String, List<String>>();
        for (var key : properties.stringPropertyNames()) {
            lists.put(
                    key,
                    Arrays.stream(properties.getProperty(key).split(","))
                            .map(String::strip)
                            .filter(item -> !item.isEmpty())
                            .toList());
        }
        return lists;
    }
}
