package io.gangway.mapping;

import io.gangway.mapping.jolt.JoltOperations;
import io.gangway.mapping.jolt.JoltSpecInvalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the text of a mapping into something that runs. Safe for use by several threads. */
public final class MappingCompiler {
    private static final String TARGET = "tracking-event/1";

    private final MappingLimits limits;

    public MappingCompiler(MappingLimits limits) {
        this.limits = limits;
    }

    /** Throws {@link MappingSpecInvalid} with all faults if the text is not a mapping that can run. */
    public CompiledMapping compile(String text, CodeLists codeLists) {
        var faults = new Faults(limits.faults());
        var steps = steps(text, codeLists, faults);
        if (!faults.isEmpty()) {
            throw new MappingSpecInvalid(faults.toList());
        }
        return new CompiledMapping(steps, limits);
    }

    private List<Step> steps(String text, CodeLists codeLists, Faults faults) {
        if (text.length() > limits.specCharacters()) {
            faults.add(
                    "too-large",
                    "#",
                    "The mapping has %d characters. At most %d are possible."
                            .formatted(text.length(), limits.specCharacters()));
            return List.of();
        }
        var read = new DocumentReader(limits).read(text, faults);
        if (!faults.isEmpty()) {
            return List.of();
        }
        var members = Messages.asObject(read);
        if (members == null) {
            faults.add(
                    "invalid-mapping",
                    "#",
                    "The mapping is not a JSON object. Write {\"mapping\", \"target\", \"steps\"}.");
            return List.of();
        }
        var mapping = new SpecObject(members, Pointer.ROOT, faults);
        mapping.text("mapping");
        checkTarget(mapping);
        mapping.refuseOthers("mapping", "target", "steps");
        return steps(mapping, codeLists, faults);
    }

    private static void checkTarget(SpecObject mapping) {
        var target = mapping.text("target");
        if (target != null && !target.equals(TARGET)) {
            mapping.fault(
                    "unknown-target",
                    "target",
                    "There is no target '%s'. %s".formatted(target, Suggestion.of(target, Set.of(TARGET))));
        }
    }

    private List<Step> steps(SpecObject mapping, CodeLists codeLists, Faults faults) {
        if (!(mapping.value("steps") instanceof List<?> list) || list.isEmpty()) {
            mapping.fault(
                    "missing-member",
                    "steps",
                    "The mapping has no steps at #/steps. Write an array with at least one {\"operation\", \"spec\"}.");
            return List.of();
        }
        if (list.size() > limits.steps()) {
            mapping.fault(
                    "too-large",
                    "steps",
                    "The mapping has %d steps. At most %d are possible.".formatted(list.size(), limits.steps()));
            return List.of();
        }
        var steps = new ArrayList<Step>();
        for (int i = 0; i < list.size(); i++) {
            var step = step(list.get(i), Pointer.ROOT.child("steps").child(i), codeLists, faults);
            if (step != null) {
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    private @Nullable Step step(@Nullable Object value, Pointer pointer, CodeLists codeLists, Faults faults) {
        var members = Messages.asObject(value);
        if (members == null) {
            faults.add(
                    "invalid-member",
                    pointer.toString(),
                    "The step at %s is not an object. Write {\"operation\", \"spec\"}.".formatted(pointer));
            return null;
        }
        var step = new SpecObject(members, pointer, faults);
        step.refuseOthers("operation", "spec");
        var operation = step.text("operation");
        if (operation == null) {
            return null;
        }
        if (!operations().contains(operation)) {
            step.fault(
                    "unknown-operation",
                    "operation",
                    "There is no operation '%s' at %s. %s"
                            .formatted(
                                    operation.length() <= 100 ? operation : operation.substring(0, 100) + "…",
                                    pointer,
                                    Suggestion.of(operation, operations())));
            return null;
        }
        return JoltOperations.names().contains(operation)
                ? joltStep(operation, step, pointer, faults)
                : ownStep(operation, step, pointer, codeLists, faults);
    }

    private @Nullable Step joltStep(String operation, SpecObject step, Pointer pointer, Faults faults) {
        var spec = step.value("spec");
        if (spec == null && JoltOperations.takesSpec(operation)) {
            addMissingSpec(operation, pointer, faults);
            return null;
        }
        if (spec != null && Messages.asObject(spec) == null) {
            step.fault("invalid-spec", "spec", "The spec of '%s' is not an object. Write one.".formatted(operation));
            return null;
        }
        try {
            return new JoltStep(
                    pointer.toString(), JoltOperations.compile(operation, spec == null ? "" : spec), limits);
        } catch (JoltSpecInvalid invalid) {
            step.fault("invalid-spec", "spec", String.valueOf(invalid.getMessage()));
            return null;
        }
    }

    private static @Nullable Step ownStep(
            String operation, SpecObject step, Pointer pointer, CodeLists codeLists, Faults faults) {
        var members = Messages.asObject(step.value("spec"));
        if (members == null) {
            addMissingSpec(operation, pointer, faults);
            return null;
        }
        var spec = new SpecObject(members, pointer.child("spec"), faults);
        return switch (operation) {
            case TimeStep.OPERATION -> TimeStep.compile(spec);
            case CodeStep.OPERATION -> CodeStep.compile(spec, codeLists);
            case CountryStep.OPERATION -> CountryStep.compile(spec);
            default -> throw new IllegalStateException("Operation '%s' has no compiler.".formatted(operation));
        };
    }

    private static void addMissingSpec(String operation, Pointer pointer, Faults faults) {
        faults.add(
                "missing-member",
                pointer.toString(),
                "Operation '%s' at %s has no spec. Add member 'spec'; it is an object.".formatted(operation, pointer));
    }

    private static Set<String> operations() {
        var operations = new TreeSet<>(JoltOperations.names());
        operations.addAll(List.of(TimeStep.OPERATION, CodeStep.OPERATION, CountryStep.OPERATION));
        return operations;
    }
}
