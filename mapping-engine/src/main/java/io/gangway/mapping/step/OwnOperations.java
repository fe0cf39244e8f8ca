package io.gangway.mapping.step;

import io.gangway.mapping.plan.Operation;
import io.gangway.mapping.plan.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gangway's own operations by name. */
public final class OwnOperations {
    private static final Map<String, Compiler> COMPILERS = compilers();

    /** Those whose spec is a condition. */
    private static final Set<String> CONDITIONS = Set.of("keep", "drop");

    private OwnOperations() {}

    /** In alphabetical order. */
    public static Set<String> names() {
        return COMPILERS.keySet();
    }

    /**
     * Null if the spec has faults, which have been told. Throws {@link IllegalArgumentException} if {@code operation} is
     * none of {@link #names()}.
     *
     * @param step the object that has the member 'spec'
     */
    public static @Nullable Operation compile(String operation, SpecObject step) {
        return compiled(operation, step);
    }

    /** The steps that stand within a step; empty if there are faults, which have been told. */
    static List<Step> steps(SpecObject spec, String member) {
        var steps = new ArrayList<Step>();
        for (var inner : spec.objects(member)) {
            inner.refuseOthers("operation", "spec");
            var operation = inner.text("operation");
            if (operation == null) {
                continue;
            }
            if (!COMPILERS.containsKey(operation)) {
                inner.fault(
                        "unknown-operation",
                        "operation",
                        "There is no operation '%s' at %s that another can contain. %s"
                                .formatted(
                                        Scalar.shown(operation), inner.pointer(), Suggestion.of(operation, names())));
                continue;
            }
            var step = compiled(operation, inner);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static @Nullable Step compiled(String operation, SpecObject step) {
        var compiler = COMPILERS.get(operation);
        if (compiler == null) {
            throw new IllegalArgumentException("There is no operation '%s'.".formatted(operation));
        }
        var spec = Messages.asObject(step.value("spec"));
        if (spec == null) {
            if (CONDITIONS.contains(operation) && step.has("spec")) {
                step.fault("invalid-spec", "spec", ConditionSpec.EXAMPLE.formatted("spec", step.pointer()));
            } else {
                addMissingSpec(operation, step);
            }
            return null;
        }
        return compiler.compile(new SpecObject(spec, step.pointer().child("spec"), step.compilation()));
    }

    /** Tells that the step has no spec. */
    public static void addMissingSpec(String operation, SpecObject step) {
        if (step.has("spec")) {
            step.fault(
                    "invalid-spec",
                    "spec",
                    "The spec of '%s' at %s is not an object. Write one.".formatted(operation, step.pointer()));
            return;
        }
        step.fault(
                "missing-member",
                "Operation '%s' at %s has no spec. Add member 'spec'; it is an object."
                        .formatted(operation, step.pointer()));
    }

    private static Map<String, Compiler> compilers() {
        var compilers = new TreeMap<String, Compiler>();
        compilers.put("code", CodeStep::compile);
        compilers.put("country", CountryStep::compile);
        compilers.put("drop", spec -> FilterStep.compile(spec, false));
        compilers.put("each", EachStep::compile);
        compilers.put("first", FirstStep::compile);
        compilers.put("id", IdStep::compile);
        compilers.put("join", JoinStep::compile);
        compilers.put("keep", spec -> FilterStep.compile(spec, true));
        compilers.put("match", MatchStep::compile);
        compilers.put("measure", MeasureStep::compile);
        compilers.put("money", MoneyStep::compile);
        compilers.put("set", SetStep::compile);
        compilers.put("slice", SliceStep::compile);
        compilers.put("split", SplitStep::compile);
        compilers.put("time", TimeStep::compile);
        compilers.put("translate", TranslateStep::compile);
        compilers.put("when", WhenStep::compile);
        compilers.put("within", WithinStep::compile);
        return Collections.unmodifiableMap(compilers);
    }

    /** Makes a step of its spec; null if there are faults, which have been told. */
    private interface Compiler {
        @Nullable
        Step compile(SpecObject spec);
    }
}
