package io.gangway.mapping;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Names;
import io.gangway.mapping.plan.Operation;
import io.gangway.mapping.plan.Run;
import io.gangway.mapping.plan.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks a tuple of codes up in a code list. What no row knows is UNKNOWN: a work item, never a guess. */
record CodeStep(CodeList list, List<FieldPath> key, Fields fields) implements Operation {
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
        return new CodeStep(list.get(), key, Fields.of(spec.names()));
    }

    @Override
    public int apply(Run run, int root) {
        var document = run.document();
        for (int message : Messages.of(document, root)) {
            if (document.isObject(message)) {
                read(document, message);
            }
        }
        return root;
    }

    private void read(Document document, int message) {
        var codes = new ArrayList<String>();
        for (var path : key) {
            var code = Scalar.textOf(document, path.get(document, message));
            codes.add(code == null ? "" : code);
        }
        var row = list.find(codes);
        fields.status.put(
                document,
                message,
                document.newText(
                        row.map(CodeRow::status).orElse(ShipmentStatus.UNKNOWN).name()));
        putOrRemove(document, message, fields.reason, row.map(CodeRow::reason).orElse(null));
        putOrRemove(
                document,
                message,
                fields.responsible,
                row.map(CodeRow::responsible).orElse(null));
        if (Scalar.textOf(document, fields.rawCode.get(document, message)) == null) {
            fields.rawCode.put(
                    document,
                    message,
                    document.newText(
                            codes.stream().filter(code -> !code.isEmpty()).collect(Collectors.joining("/"))));
        }
    }

    private static void putOrRemove(Document document, int message, FieldPath field, @Nullable Enum<?> value) {
        if (value == null) {
            field.remove(document, message);
        } else {
            field.put(document, message, document.newText(value.name()));
        }
    }

    /** What the operation fills. */
    record Fields(FieldPath status, FieldPath reason, FieldPath responsible, FieldPath rawCode) {
        static Fields of(Names.Builder names) {
            return new Fields(
                    FieldPath.of("status", names),
                    FieldPath.of("reason", names),
                    FieldPath.of("responsible", names),
                    FieldPath.of("rawCode", names));
        }
    }
}
