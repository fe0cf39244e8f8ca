package io.gangway.mapping.suggest;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.mapping.CodeRow;
import io.gangway.mapping.suggest.Frame.Choice;
import io.gangway.mapping.suggest.Shapes.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The codes by which a sender tells a status: which values make the tuple, and which tuples the samples have. */
final class Codes {
    private static final int KEY = 3;
    private static final int ROWS = 500;
    private static final int LENGTH = 200;
    private static final int SHOWN = 100;

    private final StatusWords statuses;

    Codes(StatusWords statuses) {
        this.statuses = statuses;
    }

    /** The chosen value first; then those that tell apart what the ones before leave equal. */
    List<Source> key(Choice status, Frame frame) {
        var key = new ArrayList<Source>();
        key.add(status.source());
        for (var other : status.others()) {
            var source = other.source();
            if (key.size() < KEY && frame.holds(source) && source.shapes().are(Shape.CODE) && tellsApart(key, source)) {
                key.add(source);
            }
        }
        return List.copyOf(key);
    }

    private static boolean tellsApart(List<Source> key, Source other) {
        var codes = other.byItem();
        var first = new HashMap<List<String>, String>();
        return tuples(key).entrySet().stream().anyMatch(tuple -> {
            var code = codes.get(tuple.getKey());
            return code != null && !code.equals(first.computeIfAbsent(tuple.getValue(), unseen -> code));
        });
    }

    /** By number of the item; a code that is absent is empty. */
    private static Map<Integer, List<String>> tuples(List<Source> key) {
        var items = new TreeSet<Integer>();
        var columns = key.stream().map(Source::byItem).toList();
        columns.forEach(column -> items.addAll(column.keySet()));
        var tuples = new LinkedHashMap<Integer, List<String>>();
        items.forEach(item -> tuples.put(
                item,
                columns.stream().map(column -> column.getOrDefault(item, "")).toList()));
        return tuples;
    }

    List<DraftCode> rows(List<Source> key, Optional<Source> text) {
        var words = text.map(Source::byItem).orElse(Map.of());
        var items = new LinkedHashMap<List<String>, List<Integer>>();
        tuples(key).forEach((item, tuple) -> {
            // A star would stand for any code.
            if (!tuple.contains(CodeRow.ANY) && tuple.stream().allMatch(code -> code.length() <= LENGTH)) {
                items.computeIfAbsent(tuple, unseen -> new ArrayList<>()).add(item);
            }
        });
        return items.entrySet().stream()
                .limit(ROWS)
                .map(row -> row(
                        row.getKey(),
                        row.getValue().size(),
                        row.getValue().stream()
                                .filter(words::containsKey)
                                .map(words::get)
                                .distinct()
                                .toList()))
                .toList();
    }

    private DraftCode row(List<String> key, int seen, List<String> texts) {
        return new DraftCode(
                new CodeRow(key, status(key, texts), null, null),
                seen,
                texts.stream().findFirst().map(text -> Quoted.plain(text, SHOWN)));
    }

    /** What the codes say; only if they say nothing what the words beside them say. */
    private ShipmentStatus status(List<String> key, List<String> texts) {
        var said = said(key);
        return one(said.isEmpty() ? said(texts) : said);
    }

    private Set<ShipmentStatus> said(List<String> texts) {
        var said = new HashSet<ShipmentStatus>();
        texts.forEach(text -> statuses.find(text).ifPresent(said::add));
        return said;
    }

    /** On the way a shipment is whatever else happens to it, so anything else says more. */
    private static ShipmentStatus one(Set<ShipmentStatus> said) {
        var telling = new HashSet<>(said);
        if (telling.size() > 1) {
            telling.remove(ShipmentStatus.IN_TRANSIT);
        }
        return telling.size() == 1 ? telling.iterator().next() : ShipmentStatus.UNKNOWN;
    }
}
