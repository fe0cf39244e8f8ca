package io.gangway.mapping;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.FaultParty;
import io.gangway.mapping.plan.Budget;
import io.gangway.mapping.plan.Malformed;
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
        var faults = new Faults(limits.faults());
        List<CanonicalMessage> none = List.of();
        var messages = with(
                payload,
                faults,
                workspace ->
                        run(workspace, payload, null, faults, false, (run, root) -> read(type, run, root, faults)));
        return faults.isEmpty()
                ? new MappingResult.Mapped(messages == null ? none : messages, List.of(), List.of())
                : rejected(faults);
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
            return run(workspace, document, context, faults, false, (run, root) -> {
                workspace.write(root, budget.outputBytes());
                return faults.isEmpty() ? result.apply(workspace) : null;
            });
        });
    }

    /**
     * Tells, for each value that the mapping makes of a payload, where it came from. Slower than a run, and for people:
     * the payload is one that somebody looks at. Whatever the bytes are, the answer is an explanation; if the payload is
     * rejected, with the faults, and with the values if the run came to its end.
     */
    public Explanation explain(byte[] payload) {
        var faults = new Faults(limits.faults());
        var explained = with(
                payload,
                faults,
                workspace -> run(workspace, payload, null, faults, true, (run, root) -> explain(run, root, faults)));
        return (explained == null ? Explanation.NONE : explained).with(faults.toList());
    }

    private Explanation explain(Run run, int root, Faults faults) {
        var trace = run.trace();
        var values = new ArrayList<Trace.Value>();
        if (target == null) {
            values.addAll(trace.values(root, Pointer.ROOT));
        } else {
            read(target, run, root, faults);
            var messages = Messages.of(run.document(), root);
            for (int i = 0; i < messages.length; i++) {
                values.addAll(trace.values(messages[i], Pointer.ROOT.child(i)));
            }
        }
        var rules = plan.steps().stream()
                .flatMap(step -> step.operation().rules().isEmpty()
                        ? Stream.of(step.pointer())
                        : step.operation().rules().stream())
                .toList();
        return Explanation.of(values, trace.unread(), rules, trace.firedRules(), target != null);
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

    private <T> @Nullable T run(
            Workspace workspace,
            byte[] payload,
            byte @Nullable [] context,
            Faults faults,
            boolean traced,
            Finish<T> finish) {
        var at = Pointer.ROOT;
        var doing = "The payload can't be read.";
        try {
            var run = traced
                    ? workspace.beginTraced(plan, payload, context, budget, faults)
                    : workspace.begin(plan, payload, context, budget, faults);
            int root = run.document().root();
            for (var step : plan.steps().subList(run.stepsDone(), plan.steps().size())) {
                if (step.ofJolt() && !faults.isEmpty()) {
                    return null;
                }
                at = step.pointer();
                doing = "The step at %s failed.";
                run.at(at);
                root = step.operation().apply(run, root);
                if (target != null && step.ofJolt() && run.document().isNull(root)) {
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

    private List<CanonicalMessage> read(CanonicalType type, Run run, int root, Faults faults) {
        var document = run.document();
        if (document.isNull(root)) {
            faults.addUnlessFaulty("no-message", "#", "The payload is null. Send a JSON object or array with events.");
            return List.of();
        }
        var entries = Messages.of(document, root);
        if (entries.length == 0) {
            faults.addUnlessFaulty(
                    "no-message",
                    "#",
                    "The payload has no event that the mapping finds. Check whether its paths fit the payload.");
            return List.of();
        }
        if (entries.length > limits.messages()) {
            faults.addUnlessFaulty(
                    "too-many-messages",
                    "#",
                    "The payload has %d events. At most %d are possible; send fewer at once."
                            .formatted(entries.length, limits.messages()));
            return List.of();
        }
        var messages = new ArrayList<CanonicalMessage>();
        for (int i = 0; i < entries.length; i++) {
            var message = CanonicalReader.read(type, document.toJava(entries[i]), Pointer.ROOT.child(i), faults);
            if (message != null) {
                messages.add(message);
            }
        }
        return messages;
    }

    /** Makes the result of what the operations left. */
    private interface Finish<T> {
        @Nullable
        T apply(Run run, int root);
    }
}
