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
                document.countVisits(key.size());
                read(run, document, message);
            }
        }
        return root;
    }

    private void read(Run run, Document document, int message) {
        var codes = new ArrayList<String>();
        var sources = new int[key.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = key.get(i).get(document, message);
            var code = Scalar.textOf(document, sources[i]);
            codes.add(code == null ? "" : code);
        }
        var row = list.find(codes);
        put(run, message, fields.status, row.map(CodeRow::status).orElse(ShipmentStatus.UNKNOWN), sources);
        put(run, message, fields.reason, row.map(CodeRow::reason).orElse(null), sources);
        put(run, message, fields.responsible, row.map(CodeRow::responsible).orElse(null), sources);
        if (Scalar.textOf(document, fields.rawCode.get(document, message)) == null) {
            var raw = codes.stream().filter(code -> !code.isEmpty()).collect(Collectors.joining("/"));
            fields.rawCode.put(run, message, document.newText(raw), sources);
        }
    }

    private static void put(Run run, int message, FieldPath field, @Nullable Enum<?> value, int[] sources) {
        if (value == null) {
            field.remove(run.document(), message);
        } else {
            field.put(run, message, run.document().newText(value.name()), sources);
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
