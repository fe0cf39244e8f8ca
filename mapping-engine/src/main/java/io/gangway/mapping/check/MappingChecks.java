package io.gangway.mapping.check;

import io.gangway.canonical.CanonicalType;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.RunFailed;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks the steps of a mapping, each on what the one before can have made. */
public final class MappingChecks {
    private final @Nullable CanonicalType target;
    private final Findings findings;
    private final Effort effort = new Effort();
    private Shape shape;
    private boolean abandoned;

    /**
     * @param source what the payload is; null if nothing is known of it
     * @param target what the steps are to make; null if that can be any JSON, and then only what the source lacks is a
     *     fault
     */
    public MappingChecks(@Nullable CanonicalType source, @Nullable CanonicalType target, Consumer<Finding> consumer) {
        this.target = target;
        this.findings = new Findings(consumer, target != null);
        this.shape = source == null ? Shape.ANYTHING : Shapes.of(source);
    }

    /** Goes past a step that can't be compiled: after it the document can be anything. */
    public void skip() {
        shape = Shape.ANYTHING;
    }

    /** Checks a step, {@code {"operation", "spec"}}, that can be compiled. */
    public void step(@Nullable Object step, Pointer pointer) {
        if (abandoned || !(step instanceof Map<?, ?> members)) {
            return;
        }
        var spec = members.get("spec") instanceof Map<?, ?> map ? map : Map.of();
        try {
            shape = apply(String.valueOf(members.get("operation")), spec, pointer.child("spec"));
        } catch (Effort.Abandoned | RunFailed tooMuch) {
            abandoned = true;
            return;
        }
        if (shape.isNothing()) {
            if (target != null) {
                findings.fault(
                        "no-message",
                        pointer,
                        false,
                        "The step at %s leaves nothing of any payload. Let one of its rules match and write."
                                .formatted(pointer));
            }
            shape = Shape.ANYTHING;
        }
    }

    private Shape apply(String operation, Map<?, ?> spec, Pointer pointer) {
        return switch (operation) {
            case "shift" -> ShiftCheck.apply(shape, spec, pointer, findings, effort);
            case "default" -> DefaultCheck.apply(shape, spec, pointer, effort);
            case "remove" -> RemoveCheck.apply(shape, spec, pointer, findings, effort);
            case "sort" -> shape;
            case "cardinality" -> CardinalityCheck.apply(shape, spec, pointer, findings, effort);
            case "modify-overwrite-beta" -> ModifyCheck.apply(shape, spec, pointer, true, findings, effort);
            case "modify-default-beta", "modify-define-beta" ->
                ModifyCheck.apply(shape, spec, pointer, false, findings, effort);
            default -> MessageCheck.apply(operation, shape, spec, pointer, findings, effort);
        };
    }

    /** Checks what all steps have made; {@code steps} is where they stand. */
    public void end(Pointer steps) {
        if (abandoned || target == null) {
            return;
        }
        try {
            new TargetCheck(target, findings, effort, steps).check(shape);
        } catch (Effort.Abandoned tooMuch) {
            abandoned = true;
        }
    }
}
