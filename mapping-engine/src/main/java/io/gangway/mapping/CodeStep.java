package io.gangway.mapping;

import io.gangway.canonical.ShipmentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks a tuple of codes up in a code list. What no row knows is UNKNOWN: a work item, never a guess. */
record CodeStep(CodeList list, List<FieldPath> key) implements Step {
    static final String OPERATION = "code";

    static @Nullable CodeStep compile(SpecObject spec, CodeLists codeLists) {
        var name = spec.text("list");
        var key = spec.paths("key");
        spec.refuseOthers("list", "key");
        if (name == null || key.isEmpty()) {
            return null;
        }
        var list = codeLists.find(name);
        if (list.isEmpty()) {
            spec.fault(
                    "unknown-code-list",
                    "list",
                    "There is no code list '%s' on this connection. %s"
                            .formatted(name, Suggestion.of(name, codeLists.names())));
            return null;
        }
        if (!list.get().answersTo(key.size())) {
            spec.fault(
                    "code-key-size",
                    "key",
                    "The key has %d fields, but no row of code list '%s' has a key of that size. Name as many fields as the rows have codes."
                            .formatted(key.size(), name));
            return null;
        }
        return new CodeStep(list.get(), key);
    }

    @Override
    public Object apply(Object document, Faults faults) {
        for (var entry : Messages.of(document)) {
            var message = Messages.asObject(entry);
            if (message != null) {
                read(message);
            }
        }
        return document;
    }

    private void read(Map<String, @Nullable Object> message) {
        var codes = new ArrayList<String>();
        for (var path : key) {
            var code = Scalar.textOf(path.get(message));
            codes.add(code == null ? "" : code);
        }
        var row = list.find(codes);
        message.put(
                "status",
                row.map(CodeRow::status).orElse(ShipmentStatus.UNKNOWN).name());
        putOrRemove(message, "reason", row.map(CodeRow::reason).orElse(null));
        putOrRemove(message, "responsible", row.map(CodeRow::responsible).orElse(null));
        if (Scalar.textOf(message.get("rawCode")) == null) {
            message.put(
                    "rawCode", codes.stream().filter(code -> !code.isEmpty()).collect(Collectors.joining("/")));
        }
    }

    private static void putOrRemove(Map<String, @Nullable Object> message, String field, @Nullable Enum<?> value) {
        if (value == null) {
            message.remove(field);
        } else {
            message.put(field, value.name());
        }
    }
}
