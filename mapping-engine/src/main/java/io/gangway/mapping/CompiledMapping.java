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
import io.gangway.mapping.plan.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A mapping that is ready to run. Immutable, safe for use by several threads. */
public final class CompiledMapping {
    private final Plan plan;
    private final @Nullable CanonicalType target;
    private final MappingLimits limits;
    private final Budget budget;
    private final Workspace.Pool workspaces;
    private final List<MappingFault> warnings;

    CompiledMapping(
            Plan plan,
            @Nullable CanonicalType target,
            MappingLimits limits,
            Workspace.Pool workspaces,
            List<MappingFault> warnings) {
        this.plan = plan;
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
        List<CanonicalMessage> messages = workspaces.with(workspace -> this.<List<CanonicalMessage>>run(
                workspace, payload, faults, (run, root) -> read(type, run, root, faults), List.of()));
        return faults.isEmpty() ? new MappingResult.Mapped(messages) : rejected(faults);
    }

    /** Transforms a document, JSON in UTF-8, into another. Whatever the bytes are, the answer is a result. */
    public TransformResult transform(byte[] document) {
        var faults = new Faults(limits.faults());
        var json = workspaces.with(workspace -> run(
                workspace,
                document,
                faults,
                (run, root) -> faults.isEmpty() ? workspace.write(root, limits.outputBytes()) : new byte[0],
                new byte[0]));
        return faults.isEmpty() ? new TransformResult.Transformed(json) : rejected(faults);
    }

    private static MappingResult.Rejected rejected(Faults faults) {
        return new MappingResult.Rejected(FaultParty.PARTNER, faults.toList());
    }

    private <T> T run(
            Workspace workspace, byte[] payload, Faults faults, BiFunction<Run, Integer, T> finish, T nothing) {
        if (payload.length > limits.inputBytes()) {
            faults.add(
                    "too-large",
                    "#",
                    "The payload has %d bytes. At most %d are possible; send fewer events at once."
                            .formatted(payload.length, limits.inputBytes()));
            return nothing;
        }
        var at = Pointer.ROOT;
        try {
            var run = workspace.begin(plan, payload, budget, faults::add);
            int root = run.document().root();
            for (var step : plan.steps()) {
                if (step.ofJolt() && !faults.isEmpty()) {
                    return nothing;
                }
                at = step.pointer();
                root = step.operation().apply(run, root);
                if (target != null && step.ofJolt() && run.document().isNull(root)) {
                    faults.add(
                            "no-message",
                            at.toString(),
                            "The step at %s left nothing of the payload. Check whether its paths fit the payload."
                                    .formatted(at));
                    return nothing;
                }
            }
            at = Pointer.ROOT;
            return finish.apply(run, root);
        } catch (Malformed malformed) {
            new PayloadFaults(limits).find(payload, faults);
        } catch (RunFailed failed) {
            faults.add(failed.code(), at.toString(), "The step at %s failed. %s".formatted(at, failed.getMessage()));
        } catch (StackOverflowError tooDeep) {
            faults.add(
                    "output-too-large",
                    at.toString(),
                    "The step at %s failed. It went too deep. Check whether a value was put into itself."
                            .formatted(at));
        }
        return nothing;
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
}
