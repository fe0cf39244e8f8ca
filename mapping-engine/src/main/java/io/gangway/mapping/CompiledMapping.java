package io.gangway.mapping;

import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.FaultParty;
import io.gangway.mapping.plan.Budget;
import io.gangway.mapping.plan.Malformed;
import io.gangway.mapping.plan.Notes;
import io.gangway.mapping.plan.Plan;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Run;
import io.gangway.mapping.plan.RunFailed;
import io.gangway.mapping.plan.Trace;
import io.gangway.mapping.plan.Workspace;
import io.gangway.mapping.step.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mapping that is ready to run. Immutable, safe for use by several threads. */
public final class CompiledMapping {
    private final Plan plan;
    private final @Nullable CanonicalType source;
    private final @Nullable CanonicalType target;
    private final MappingLimits limits;
    private final Budget budget;
    private final Workspace.Pool workspaces;
    private final List<MappingFault> warnings;

    CompiledMapping(
            Plan plan,
            @Nullable CanonicalType source,
            @Nullable CanonicalType target,
            MappingLimits limits,
            Workspace.Pool workspaces,
            List<MappingFault> warnings) {
        this.plan = plan;
        this.source = source;
        this.target = target;
        this.limits = limits;
        this.budget = limits.budget();
        this.workspaces = workspaces;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * What of the mapping never does anything, with its places: rules that match nothing, values that are never found.
     * Harmless, but seldom meant.
     */
    public List<MappingFault> warnings() {
        return warnings;
    }

    /** The canonical message that {@link #transform} takes; empty if the mapping takes any JSON. */
    public Optional<CanonicalType> source() {
        return Optional.ofNullable(source);
    }

    /** What {@link #map} makes; empty if the mapping makes any JSON, and is there for {@link #transform} alone. */
    public Optional<CanonicalType> target() {
        return Optional.ofNullable(target);
    }

    /**
     * Translates a payload, JSON in UTF-8, into canonical messages. Whatever the bytes are, the answer is a result,
     * never an exception; the party at fault for a rejected payload is the partner, whose payload and mapping do not fit
     * each other. Throws {@link IllegalStateException} if the mapping has no {@link #target()}.
     */
    public MappingResult map(byte[] payload) {
        var type = target().orElseThrow(
                        () -> new IllegalStateException("The mapping has no canonical target. Use transform."));
        var first = new Attempt(type, payload);
        var result = first.result(Way.FAST);
        return first.mayHaveMissedEmptyList() ? new Attempt(type, payload).result(Way.ALL_STEPS) : result;
    }

    /** Transforms a document, JSON in UTF-8, into another. Whatever the bytes are, the answer is a result. */
    public TransformResult transform(byte[] document) {
        return transform(document, null);
    }

    /**
     * As {@link #transform(byte[])}, with a second document beside the first, such as the settings of an account, which
     * {@code modify} reads by {@code ^}. The context is the caller's and trusted to be JSON; throws {@link
     * IllegalArgumentException} if it is none.
     */
    public TransformResult transform(byte[] document, byte @Nullable [] context) {
        var faults = new Faults(limits.faults());
        var json = transform(document, context, faults, Workspace::result);
        return json == null ? rejected(faults) : new TransformResult.Transformed(json);
    }

    /**
     * As {@link #transform(byte[])}, but writes the result to a stream, in one piece, and makes no array for it. Nothing is
     * written if the document is rejected; returns the rejection, if it is one. Throws what the stream throws.
     */
    public Optional<MappingResult.Rejected> transformTo(OutputStream result, byte[] document) throws IOException {
        var faults = new Faults(limits.faults());
        try {
            transform(document, null, faults, workspace -> {
                writeTo(result, workspace);
                return result;
            });
        } catch (UncheckedIOException notWritten) {
            throw notWritten.getCause();
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(rejected(faults));
    }

    private static void writeTo(OutputStream stream, Workspace workspace) {
        try {
            workspace.writeTo(stream);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    /** Null if there are faults. */
    private <T> @Nullable T transform(
            byte[] document, byte @Nullable [] context, Faults faults, Function<Workspace, T> result) {
        return with(document, faults, workspace -> {
            if (context == null && workspace.writeDirectly(plan, document, budget)) {
                return result.apply(workspace);
            }
            return run(workspace, document, context, faults, faults, Way.FAST, (run, root) -> {
                workspace.write(root, budget.outputBytes());
                return faults.isEmpty() ? result.apply(workspace) : null;
            });
        });
    }

    /**
     * Explains, for each value that the mapping makes of a payload, where it came from. Slower than a run, and for people:
     * the payload is one that somebody looks at. Whatever the bytes are, the answer is an explanation; if the payload is
     * rejected, with the faults, and with the values if the run came to its end.
     */
    public Explanation explain(byte[] payload) {
        if (target != null) {
            return new Attempt(target, payload).explanation();
        }
        var faults = new Faults(limits.faults());
        var explained = with(
                payload,
                faults,
                workspace -> run(
                        workspace,
                        payload,
                        null,
                        faults,
                        faults,
                        Way.TRACED,
                        (run, root) -> explanation(run, run.trace().values(root, Pointer.ROOT))));
        return (explained == null ? Explanation.NONE : explained).with(Optional.empty(), faults.toList());
    }

    private Explanation explanation(Run run, List<Trace.Value> values) {
        var trace = run.trace();
        var rules = plan.steps().stream()
                .flatMap(step -> step.operation().rules().isEmpty()
                        ? Stream.of(step.pointer())
                        : step.operation().rules().stream())
                .toList();
        return Explanation.of(values, trace.unread(), rules, trace.firedRules(), target != null);
    }

    /** One run that makes canonical messages. */
    private final class Attempt {
        private final byte[] payload;
        private final Faults faults = new Faults(limits.faults());
        private final StepFaults stepFaults = new StepFaults();
        private final OutcomeReader reader;
        private boolean wasDirect;

        Attempt(CanonicalType type, byte[] payload) {
            this.payload = payload;
            this.reader = new OutcomeReader(type, limits, faults, stepFaults);
        }

        MappingResult result(Way way) {
            return orRejected(attempt(way, this::read));
        }

        Explanation explanation() {
            var explained = attempt(Way.TRACED, this::explain);
            if (explained != null) {
                return explained;
            }
            var rejected = rejected();
            return Explanation.NONE.with(Optional.of(rejected), rejected.faults());
        }

        /** What a first step that is done directly makes of an empty list looks as if the list were missing. */
        boolean mayHaveMissedEmptyList() {
            return wasDirect && (faults.have("missing-field") || faults.have("no-message"));
        }

        private MappingResult read(Run run, int root) {
            wasDirect = run.stepsDone() > 0;
            return reader.read(run, root);
        }

        private Explanation explain(Run run, int root) {
            var result = read(run, root);
            var values = new ArrayList<Trace.Value>();
            var messages = Messages.of(run.document(), root);
            for (int i = 0; i < messages.length; i++) {
                values.addAll(run.trace().values(messages[i], Pointer.ROOT.child(i)));
            }
            return CompiledMapping.this.explanation(run, values).with(Optional.of(result), faults.toList());
        }

        private <T> @Nullable T attempt(Way way, Finish<T> finish) {
            return with(payload, faults, workspace -> run(workspace, payload, null, faults, stepFaults, way, finish));
        }

        private MappingResult orRejected(@Nullable MappingResult result) {
            return result == null ? rejected() : result;
        }

        private MappingResult.Rejected rejected() {
            stepFaults.addTo(faults);
            return CompiledMapping.rejected(faults);
        }
    }

    private static MappingResult.Rejected rejected(Faults faults) {
        return new MappingResult.Rejected(FaultParty.PARTNER, faults.toList());
    }

    private <T> @Nullable T with(byte[] payload, Faults faults, Function<Workspace, @Nullable T> work) {
        if (payload.length > limits.inputBytes()) {
            faults.add(
                    "too-large",
                    "#",
                    "The payload has %d bytes. At most %d are possible; send fewer events at once."
                            .formatted(payload.length, limits.inputBytes()));
            return null;
        }
        try {
            var workspace = workspaces.take();
            var made = work.apply(workspace);
            workspaces.giveBack(workspace);
            return made;
        } catch (StackOverflowError tooDeep) {
            // Caught out here, so that the workspace, which it can have left in any state, is not used again.
            faults.add(
                    "too-deep",
                    "#",
                    "The mapping met more levels than a thread has room for. Check whether a value was put into itself.");
            return null;
        }
    }

    /**
     * Null if there are faults that end the run.
     *
     * @param notes takes the faults of values
     */
    private <T> @Nullable T run(
            Workspace workspace,
            byte[] payload,
            byte @Nullable [] context,
            Faults faults,
            Notes notes,
            Way way,
            Finish<T> finish) {
        var at = Pointer.ROOT;
        var doing = "The payload can't be read.";
        try {
            var run = switch (way) {
                case FAST -> workspace.begin(plan, payload, context, budget, notes);
                case ALL_STEPS -> workspace.beginAllSteps(plan, payload, context, budget, notes);
                case TRACED -> workspace.beginTraced(plan, payload, context, budget, notes);
            };
            int root = run.document().root();
            for (var step : plan.steps().subList(run.stepsDone(), plan.steps().size())) {
                if (step.ofJolt() && !faults.isEmpty()) {
                    return null;
                }
                if (target != null && isWithoutMessages(run, root)) {
                    break;
                }
                at = step.pointer();
                doing = "The step at %s failed.";
                run.at(at);
                root = step.operation().apply(run, root);
                if (target != null && step.ofJolt() && run.document().isNull(root)) {
                    if (lacksItems(run)) {
                        root = run.document().newArray();
                        break;
                    }
                    faults.add(
                            "no-message",
                            at.toString(),
                            "The step at %s left nothing of the payload. Check whether its paths fit the payload."
                                    .formatted(at));
                    return null;
                }
            }
            at = Pointer.ROOT;
            doing = "The result can't be made.";
            return finish.apply(run, root);
        } catch (Malformed malformed) {
            new PayloadFaults(limits).find(payload, context, faults);
        } catch (RunFailed failed) {
            faults.addFirst(failed.code(), at.toString(), doing.formatted(at) + " " + failed.getMessage());
        }
        return null;
    }

    private static boolean isWithoutMessages(Run run, int root) {
        var document = run.document();
        return document.isArray(root)
                && (document.count(root) == 0 || run.hasDropped())
                && Messages.of(document, root).length == 0;
    }

    /** Whether a list that messages were to be made of has been found empty. */
    private boolean lacksItems(Run run) {
        return run.hasEmptyListOfObjects()
                || plan.steps().stream().anyMatch(step -> step.operation().lacksItems(run));
    }

    /** How a payload is run. */
    private enum Way {
        /** The first step together with the reading, if that can be done. */
        FAST,
        ALL_STEPS,
        TRACED
    }

    /** Makes the result of what the operations left. */
    private interface Finish<T> {
        @Nullable
        T apply(Run run, int root);
    }
}
