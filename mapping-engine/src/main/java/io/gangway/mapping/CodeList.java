package io.gangway.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A sender's codes and what they mean. The key is a tuple because one code often means several things: the row with the
 * most exact codes wins, and among equals the one that is exact further left. Immutable.
 */
public final class CodeList {
    private final String name;
    private final Map<List<String>, CodeRow> rows;
    private final List<List<Boolean>> exactness;

    private CodeList(String name, Map<List<String>, CodeRow> rows) {
        this.name = name;
        this.rows = Map.copyOf(rows);
        this.exactness = rows.keySet().stream()
                .map(CodeList::exactnessOf)
                .distinct()
                .sorted(mostSpecificFirst())
                .toList();
    }

    /** Of several rows with the same key the last one holds. */
    public static CodeList of(String name, List<CodeRow> rows) {
        var byKey = new HashMap<List<String>, CodeRow>();
        rows.forEach(row -> byKey.put(row.key(), row));
        return new CodeList(name, byKey);
    }

    public String name() {
        return name;
    }

    /** Empty if no row matches. */
    public Optional<CodeRow> find(List<String> codes) {
        for (var exact : exactness) {
            if (exact.size() == codes.size()) {
                var row = rows.get(masked(codes, exact));
                if (row != null) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether some row has this code there. */
    public boolean knows(int position, String code) {
        return rows.keySet().stream()
                .anyMatch(key -> key.size() > position && key.get(position).equals(code));
    }

    /** Whether a tuple of so many codes can match at all. */
    public boolean answersTo(int keySize) {
        return exactness.isEmpty() || exactness.stream().anyMatch(exact -> exact.size() == keySize);
    }

    private static List<Boolean> exactnessOf(List<String> key) {
        return key.stream().map(code -> !code.equals(CodeRow.ANY)).toList();
    }

    private static List<String> masked(List<String> codes, List<Boolean> exact) {
        var key = new ArrayList<String>(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            key.add(exact.get(i) ? codes.get(i) : CodeRow.ANY);
        }
        return key;
    }

    private static Comparator<List<Boolean>> mostSpecificFirst() {
        return Comparator.<List<Boolean>>comparingLong(
                        exact -> exact.stream().filter(part -> part).count())
                .thenComparing(CodeList::bits)
                .reversed();
    }

    private static String bits(List<Boolean> exact) {
        return IntStream.range(0, exact.size())
                .mapToObj(i -> exact.get(i) ? "1" : "0")
                .reduce("", String::concat);
    }
}
