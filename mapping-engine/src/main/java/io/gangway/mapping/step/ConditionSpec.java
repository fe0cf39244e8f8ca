package io.gangway.mapping.step;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conditions: 'all', 'any' or 'not' of others, or a 'field' and what is asked of it. */
final class ConditionSpec {
    private static final String[] TESTS = {
        "field", "equals", "in", "present", "startsWith", "matches", "above", "atLeast", "below", "atMost"
    };

    /** A question about a number, true if a comparison has one of two signs. */
    private record Comparison(String member, int sign, int orSign) {}

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("above", 1, 1),
            new Comparison("atLeast", 1, 0),
            new Comparison("below", -1, -1),
            new Comparison("atMost", -1, 0));

    static final String EXAMPLE =
            "The condition in '%s' at %s is not an object. Write one, as in {\"field\": \"type\", \"equals\": \"tracker\"}.";

    private final SpecObject spec;
    private final List<Condition> tests = new ArrayList<>();

    private ConditionSpec(SpecObject spec) {
        this.spec = spec;
    }

    /** Null if there are faults, which have been told. */
    static @Nullable Condition compile(SpecObject spec) {
        if (spec.has("all")) {
            spec.refuseOthers("all");
            return new Condition.All(compileEach(spec, "all"));
        }
        if (spec.has("any")) {
            spec.refuseOthers("any");
            return new Condition.Any(compileEach(spec, "any"));
        }
        if (spec.has("not")) {
            spec.refuseOthers("not");
            var condition = compileMember(spec, "not");
            return condition == null ? null : new Condition.Not(condition);
        }
        return new ConditionSpec(spec).compileTests();
    }

    static @Nullable Condition compileMember(SpecObject spec, String member) {
        if (spec.textOrNull(member) != null) {
            spec.fault("invalid-member", member, EXAMPLE.formatted(member, spec.pointer()));
            return null;
        }
        var condition = spec.object(member);
        return condition == null ? null : compile(condition);
    }

    private static List<Condition> compileEach(SpecObject spec, String member) {
        var conditions = new ArrayList<Condition>();
        for (var object : spec.objects(member)) {
            var condition = compile(object);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return List.copyOf(conditions);
    }

    private @Nullable Condition compileTests() {
        var field = spec.path("field");
        spec.refuseOthers(TESTS);
        if (field == null) {
            return null;
        }
        if (spec.has("equals")) {
            addTexts(field, "equals", Collections.singletonList(spec.value("equals")));
        }
        if (spec.has("in")) {
            addTexts(field, "in", spec.value("in") instanceof List<?> list ? list : List.of());
        }
        addPresent(field);
        var prefix = spec.optionalText("startsWith");
        if (prefix != null) {
            tests.add(new Condition.StartsWith(field, prefix));
        }
        addPattern(field);
        COMPARISONS.forEach(comparison -> addComparison(field, comparison));
        if (spec.members().size() == 1) {
            spec.fault(
                    "missing-member",
                    "Nothing is asked of field '%s' at %s. Add one of equals, in, present, startsWith, matches, above, atLeast, below, atMost."
                            .formatted(field, spec.pointer()));
        }
        return tests.size() == 1 ? tests.getFirst() : new Condition.All(List.copyOf(tests));
    }

    private void addTexts(FieldPath field, String member, List<?> values) {
        var texts = new HashSet<String>();
        for (var value : values) {
            var text = Scalar.wordOf(value);
            if (text == null) {
                texts.clear();
                break;
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            spec.fault(
                    "invalid-member",
                    member,
                    member.equals("equals")
                            ? "Member 'equals' at %s is not a text, number or truth value. Write one."
                                    .formatted(spec.pointer())
                            : "Member 'in' at %s is not an array of texts, numbers or truth values. Write one with at least one of them."
                                    .formatted(spec.pointer()));
        }
        tests.add(new Condition.In(field, Set.copyOf(texts)));
    }

    private void addPresent(FieldPath field) {
        if (!spec.has("present")) {
            return;
        }
        if (spec.value("present") instanceof Boolean wanted) {
            tests.add(new Condition.Present(field, wanted));
        } else {
            spec.fault(
                    "invalid-member",
                    "present",
                    "Member 'present' at %s is neither true nor false. Write one of them, without quotes."
                            .formatted(spec.pointer()));
        }
    }

    private void addPattern(FieldPath field) {
        var pattern = spec.has("matches") ? TextPattern.of(spec, "matches") : null;
        if (pattern != null) {
            tests.add(new Condition.Matches(field, pattern));
        }
    }

    private void addComparison(FieldPath field, Comparison comparison) {
        var member = comparison.member;
        if (!spec.has(member)) {
            return;
        }
        BigDecimal number =
                spec.value(member) instanceof Number found ? DecimalText.POINT.read(found.toString()) : null;
        if (number == null) {
            spec.fault(
                    "invalid-member",
                    member,
                    "Member '%s' at %s is not a number. Write one, without quotes.".formatted(member, spec.pointer()));
        } else {
            tests.add(new Condition.Compares(field, number, comparison.sign, comparison.orSign));
        }
    }
}
