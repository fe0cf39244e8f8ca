package io.gangway.mapping;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a mapping came to what it made of a payload. All pointers are JSON pointers as URI fragments.
 *
 * @param values all values of the messages that the mapping makes, also of those that can't be read, in their order
 * @param unusedFields values of the payload that no rule looked at, in the payload's order
 * @param idleRules rules that found nothing in this payload; pointers into the mapping, in its order
 * @param faults what is wrong with the payload or with some of its messages
 * @param result what {@link CompiledMapping#map} makes of the payload; empty if the mapping has no target
 */
public record Explanation(
        List<ExplainedValue> values,
        List<String> unusedFields,
        List<String> idleRules,
        List<MappingFault> faults,
        Optional<MappingResult> result) {
    static final Explanation NONE = new Explanation(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /** Members that begin so are dropped from canonical messages. */
    private static final String SCRATCH = "_";

    public Explanation {
        values = List.copyOf(values);
        unusedFields = List.copyOf(unusedFields);
        idleRules = List.copyOf(idleRules);
        faults = List.copyOf(faults);
    }

    /**
     * A value of the result.
     *
     * @param pointer into the result; that of canonical messages is an array of them
     * @param json the value
     * @param sources what it was made of; none for a constant
     * @param rules that made it or put it there, in the order in which they did; pointers into the mapping
     * @param codeRow the row of a code list that gave it
     */
    public record ExplainedValue(
            String pointer, String json, List<Source> sources, List<String> rules, Optional<CodeRow> codeRow) {
        public ExplainedValue {
            sources = List.copyOf(sources);
            rules = List.copyOf(rules);
        }
    }

    /**
     * A place in the payload that a value came from.
     *
     * @param raw the value there as JSON, untouched; a name if {@code ofName}
     * @param ofName whether the name of what stands there was taken, and not its value
     */
    public record Source(String pointer, String raw, boolean ofName) {}

    static Explanation of(
            List<Trace.Value> values,
            List<Pointer> unread,
            List<Pointer> rules,
            Set<Pointer> fired,
            boolean withoutScratch) {
        return new Explanation(
                values.stream()
                        .filter(value -> !withoutScratch || !isScratch(value.pointer()))
                        .map(Explanation::explained)
                        .toList(),
                unread.stream().map(Pointer::toString).toList(),
                rules.stream()
                        .filter(rule -> !fired.contains(rule))
                        .map(Pointer::toString)
                        .toList(),
                List.of(),
                Optional.empty());
    }

    private static ExplainedValue explained(Trace.Value value) {
        return new ExplainedValue(
                value.pointer().toString(),
                value.json(),
                value.sources().stream()
                        .map(source -> new Source(source.pointer().toString(), source.json(), source.isName()))
                        .toList(),
                value.rules().stream().map(Pointer::toString).toList(),
                value.notes().stream()
                        .filter(CodeRow.class::isInstance)
                        .map(CodeRow.class::cast)
                        .findFirst());
    }

    private static boolean isScratch(Pointer pointer) {
        var parent = pointer.parent();
        return parent != null && (pointer.part().startsWith(SCRATCH) || isScratch(parent));
    }

    Explanation with(Optional<MappingResult> made, List<MappingFault> found) {
        return new Explanation(values, unusedFields, idleRules, found, made);
    }
}
