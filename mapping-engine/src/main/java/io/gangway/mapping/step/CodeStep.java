package io.gangway.mapping.step;

import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.mapping.CodeList;
import io.gangway.mapping.CodeRow;
import io.gangway.mapping.plan.Run;
import io.gangway.mapping.plan.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks a tuple of codes up in a code list. A refined code that no row knows means what the code that it refines means, if a row
 * says that; else it is UNKNOWN. Either way it is a work item.
 */
record CodeStep(CodeList list, List<FieldPath> key, Output status, Output reason, Output responsible, FieldPath rawCode)
        implements MessageStep {
    static @Nullable CodeStep compile(SpecObject spec) {
        var codeLists = spec.compilation().codeLists();
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
        return new CodeStep(
                list.get(),
                key,
                Output.of(spec, "status", ShipmentStatus.values()),
                Output.of(spec, "reason", Reason.values()),
                Output.of(spec, "responsible", ResponsibleParty.values()),
                FieldPath.of("rawCode", spec.compilation().names()));
    }

    @Override
    public void work(Run run, int message, Position at) {
        var document = run.document();
        var codes = new ArrayList<String>(key.size());
        var sources = new int[key.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = key.get(i).get(document, message);
            var code = Scalar.wordOf(document, sources[i]);
            codes.add(code == null || isNothing(code, i) ? "" : code);
        }
        var known = list.find(codes);
        var row = known.isPresent() ? known : general(codes);
        status.put(run, message, row.map(CodeRow::status).orElse(ShipmentStatus.UNKNOWN), row, sources);
        if (known.isEmpty()) {
            report(run, message, codes);
        }
        reason.put(run, message, row.map(CodeRow::reason).orElse(null), row, sources);
        responsible.put(run, message, row.map(CodeRow::responsible).orElse(null), row, sources);
        if (Scalar.textOf(document, rawCode.get(document, message)) == null) {
            codes.removeIf(String::isEmpty);
            rawCode.put(run, message, document.newText(String.join("/", codes)), sources);
        }
    }

    /** Where no row knows it as a code, {@code false} says that there is none, as Odoo and PHP write it. */
    private boolean isNothing(String code, int position) {
        return code.equals("false") && !list.knows(position, code);
    }

    /** Codes refine each other from left to right. */
    private Optional<CodeRow> general(List<String> codes) {
        var fewer = new ArrayList<>(codes);
        for (int last = fewer.size() - 1; last > 0; last--) {
            if (!fewer.get(last).isEmpty()) {
                fewer.set(last, "");
                var row = list.find(fewer);
                if (row.isPresent()) {
                    return row;
                }
            }
        }
        return Optional.empty();
    }

    /** That somebody has to add a row; unless there are no codes that it could have. */
    private void report(Run run, int message, List<String> codes) {
        if (codes.stream().anyMatch(code -> !code.isEmpty())) {
            run.unmapped(list.name(), codes, message, status.field.get(run.document(), message));
        }
    }

    /**
     * A field that the operation fills.
     *
     * @param names of its constants in their order, so that a run makes no new text
     */
    record Output(FieldPath field, int[] names) {
        static Output of(SpecObject spec, String field, Enum<?>[] constants) {
            var names = spec.compilation().names();
            return new Output(
                    FieldPath.of(field, names),
                    Arrays.stream(constants)
                            .mapToInt(constant -> names.id(constant.name()))
                            .toArray());
        }

        private void put(Run run, int message, @Nullable Enum<?> value, Optional<CodeRow> row, int[] sources) {
            if (value == null) {
                field.remove(run.document(), message);
            } else {
                int made = run.document().nameAsText(names[value.ordinal()]);
                field.put(run, message, made, sources);
                row.ifPresent(found -> run.noted(made, found));
            }
        }
    }
}
