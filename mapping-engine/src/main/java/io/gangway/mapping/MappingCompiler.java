package io.gangway.mapping;

import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.CanonicalTypes;
import io.gangway.mapping.check.Finding;
import io.gangway.mapping.check.MappingChecks;
import io.gangway.mapping.plan.JoltOperations;
import io.gangway.mapping.plan.Names;
import io.gangway.mapping.plan.Notes;
import io.gangway.mapping.plan.Operation;
import io.gangway.mapping.plan.Plan;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.ReadingLimits;
import io.gangway.mapping.plan.SpecProblems;
import io.gangway.mapping.plan.Suggestion;
import io.gangway.mapping.plan.Workspace;
import io.gangway.mapping.step.Compilation;
import io.gangway.mapping.step.Messages;
import io.gangway.mapping.step.OwnOperations;
import io.gangway.mapping.step.SpecObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the text of a mapping into something that runs. Safe for use by several threads. */
public final class MappingCompiler {
    /** Any JSON: the target of mappings that make requests and the shapes of subscribers. */
    private static final String DOCUMENT = "json";

    private static final Set<String> SOURCES = sources();
    private static final Set<String> TARGETS = targets();

    private static final int NAME_LENGTH = 1000;

    /** How many times the size of the largest payload a workspace may hold on to. */
    private static final long RETAINED = 16;

    private final MappingLimits limits;
    private final Workspace.Pool workspaces;

    public MappingCompiler(MappingLimits limits) {
        this.limits = limits;
        this.workspaces = new Workspace.Pool(
                new ReadingLimits(limits.depth(), limits.nodes(), limits.stringLength(), NAME_LENGTH),
                RETAINED * limits.inputBytes());
    }

    /** Throws {@link MappingSpecInvalid} with all faults if the text is not a mapping that can run. */
    public CompiledMapping compile(String text, CodeLists codeLists) {
        var faults = new Faults(limits.faults());
        var warnings = new Faults(limits.faults());
        var names = new Names.Builder();
        var mapping = mapping(text, new Compilation(names, codeLists, faults), faults);
        var steps = mapping == null ? List.<Plan.Step>of() : steps(mapping, faults, warnings);
        if (!faults.isEmpty()) {
            throw new MappingSpecInvalid(faults.toList(text), warnings.toList(text));
        }
        return new CompiledMapping(
                Plan.of(steps, names),
                type(mapping, "source"),
                type(mapping, "target"),
                limits,
                workspaces,
                warnings.toList(text));
    }

    private static @Nullable CanonicalType type(@Nullable SpecObject mapping, String member) {
        var id = mapping == null ? null : mapping.optionalText(member);
        return id == null ? null : CanonicalTypes.find(id).orElse(null);
    }

    private @Nullable SpecObject mapping(String text, Compilation compilation, Faults faults) {
        if (text.length() > limits.specCharacters()) {
            faults.add(
                    "too-large",
                    "#",
                    "The mapping has %d characters. At most %d are possible."
                            .formatted(text.length(), limits.specCharacters()));
            return null;
        }
        var read = new DocumentReader(limits).read(text, faults);
        if (!faults.isEmpty()) {
            return null;
        }
        if (read instanceof List<?> chain) {
            // As Jolt has it: operations alone, that make some JSON of other JSON.
            return new SpecObject(bare(chain), Pointer.ROOT, compilation);
        }
        var members = Messages.asObject(read);
        if (members == null) {
            faults.add(
                    "invalid-mapping",
                    "#",
                    "The mapping is not a JSON object. Write {\"mapping\", \"target\", \"steps\"}.");
            return null;
        }
        var mapping = new SpecObject(members, Pointer.ROOT, compilation);
        mapping.text("mapping");
        checkTarget(mapping);
        checkSource(mapping);
        mapping.refuseOthers("mapping", "source", "target", "steps");
        return mapping;
    }

    private static Map<String, @Nullable Object> bare(List<?> chain) {
        var members = new HashMap<String, @Nullable Object>();
        members.put("target", DOCUMENT);
        members.put("steps", chain);
        return members;
    }

    private static Set<String> sources() {
        var sources = new TreeSet<String>();
        CanonicalTypes.all().forEach(type -> sources.add(type.id()));
        return sources;
    }

    private static Set<String> targets() {
        var targets = new TreeSet<>(sources());
        targets.add(DOCUMENT);
        return targets;
    }

    private static void checkTarget(SpecObject mapping) {
        var target = mapping.text("target");
        if (target != null && !TARGETS.contains(target)) {
            mapping.fault(
                    "unknown-target",
                    "target",
                    "There is no target '%s'. %s".formatted(target, Suggestion.of(target, TARGETS)));
        }
    }

    private static void checkSource(SpecObject mapping) {
        var source = mapping.optionalText("source");
        if (source == null) {
            return;
        }
        if (CanonicalTypes.find(source).isEmpty()) {
            mapping.fault(
                    "unknown-source",
                    "source",
                    "There is not a canonical message '%s'. %s"
                            .formatted(
                                    source.length() <= 100 ? source : source.substring(0, 100) + "…",
                                    Suggestion.of(source, SOURCES)));
        }
        if (!DOCUMENT.equals(mapping.optionalText("target"))) {
            mapping.fault(
                    "invalid-member",
                    "source",
                    "A mapping from a canonical message makes a partner's JSON. Write the target 'json', or leave 'source' out.");
        }
    }

    private List<Plan.Step> steps(SpecObject mapping, Faults faults, Faults warnings) {
        if (!(mapping.value("steps") instanceof List<?> list) || list.isEmpty()) {
            mapping.fault(
                    "missing-member",
                    "steps",
                    "The mapping has no steps at #/steps. Write an array with at least one {\"operation\", \"spec\"}.");
            return List.of();
        }
        if (list.size() > limits.operations()) {
            mapping.fault(
                    "too-large",
                    "steps",
                    "The mapping has %d steps. At most %d are possible.".formatted(list.size(), limits.operations()));
            return List.of();
        }
        var pointer = mapping.has("mapping") ? Pointer.ROOT.child("steps") : Pointer.ROOT;
        var checks = new MappingChecks(
                type(mapping, "source"),
                type(mapping, "target"),
                finding -> tell(finding, finding.isFault() ? faults : warnings));
        var steps = new ArrayList<Plan.Step>();
        for (int i = 0; i < list.size(); i++) {
            int before = faults.count();
            var step = step(list.get(i), pointer.child(i), mapping.compilation(), warnings);
            if (step != null) {
                steps.add(step);
            }
            if (step == null || faults.count() > before) {
                checks.skip();
            } else {
                checks.step(list.get(i), pointer.child(i));
            }
        }
        checks.end(pointer);
        return List.copyOf(steps);
    }

    private static void tell(Finding finding, Faults faults) {
        if (finding.ofValue()) {
            faults.addOfValue(finding.code(), finding.pointer().toString(), finding.detail());
        } else {
            faults.add(finding.code(), finding.pointer().toString(), finding.detail());
        }
    }

    private static Plan.@Nullable Step step(
            @Nullable Object value, Pointer pointer, Compilation compilation, Faults warnings) {
        var members = Messages.asObject(value);
        if (members == null) {
            compilation
                    .faults()
                    .fault(
                            "invalid-member",
                            pointer.toString(),
                            "The step at %s is not an object. Write {\"operation\", \"spec\"}.".formatted(pointer));
            return null;
        }
        var step = new SpecObject(members, pointer, compilation);
        if (!isOfBareChain(pointer)) {
            step.refuseOthers("operation", "spec");
        }
        var operation = step.text("operation");
        if (operation == null) {
            return null;
        }
        if (!operations().contains(operation) && operation.contains(".")) {
            step.fault(
                    "unknown-operation",
                    "operation",
                    "Operation '%s' at %s names a class, and nothing in a mapping loads code. Write one of %s."
                            .formatted(shown(operation), pointer, String.join(", ", operations())));
            return null;
        }
        if (!operations().contains(operation)) {
            step.fault(
                    "unknown-operation",
                    "operation",
                    "There is no operation '%s' at %s. %s"
                            .formatted(shown(operation), pointer, Suggestion.of(operation, operations())));
            return null;
        }
        boolean ofJolt = JoltOperations.names().contains(operation);
        var compiled = ofJolt ? joltOperation(operation, step, warnings) : OwnOperations.compile(operation, step);
        return compiled == null ? null : new Plan.Step(pointer, compiled, ofJolt);
    }

    private static String shown(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    private static @Nullable Operation joltOperation(String operation, SpecObject step, Faults warnings) {
        var spec = step.value("spec");
        if (spec == null && JoltOperations.takesSpec(operation)) {
            OwnOperations.addMissingSpec(operation, step);
            return null;
        }
        if (spec != null && Messages.asObject(spec) == null) {
            step.fault("invalid-spec", "spec", "The spec of '%s' is not an object. Write one.".formatted(operation));
            return null;
        }
        var members = Messages.asObject(spec);
        var compilation = step.compilation();
        return JoltOperations.compile(
                operation,
                members == null ? Map.of() : members,
                step.pointer().child("spec"),
                compilation.names(),
                new Problems(compilation.faults(), isOfBareChain(step.pointer()) ? warnings : null));
    }

    /** Jolt's own chains are taken as Jolt takes them: with comments, and with functions that do not exist. */
    private static boolean isOfBareChain(Pointer step) {
        return step.parent() == Pointer.ROOT;
    }

    /** @param warnings takes what is tolerated; null if nothing is */
    private record Problems(Notes faults, @Nullable Faults warnings) implements SpecProblems {
        @Override
        public void add(Pointer pointer, String detail) {
            faults.fault("invalid-spec", pointer.toString(), detail);
        }

        @Override
        public boolean tolerateUnknownFunction(Pointer pointer, String detail) {
            if (warnings != null) {
                warnings.addOfValue(
                        "unknown-function",
                        pointer.toString(),
                        detail + " Jolt takes the first argument in its place, and so does this mapping.");
            }
            return warnings != null;
        }
    }

    private static Set<String> operations() {
        var operations = new TreeSet<>(JoltOperations.names());
        operations.addAll(OwnOperations.names());
        return operations;
    }
}
