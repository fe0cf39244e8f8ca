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
    private boolean sharing;
    private boolean abandoned;

    /**
     * @param source what the payload is; null if nothing is known of it
     * @param target what the steps are to make; null if that can be any JSON, and then only what the source lacks is a
     *     fault
     */
    public MappingChecks(@Nullable CanonicalType source, @Nullable CanonicalType target, Consumer<Finding> consumer) {
        this(source == null ? Shape.ANYTHING : Shapes.of(source), target, consumer);
    }

    MappingChecks(Shape payload, @Nullable CanonicalType target, Consumer<Finding> consumer) {
        this.target = target;
        this.findings = new Findings(consumer, target != null);
        this.shape = payload;
    }

    /** What the steps so far have made; anything if that would take too long to find out. */
    Shape shape() {
        return abandoned ? Shape.ANYTHING : shape;
    }

    /** Goes past a step that can't be compiled: after it the document can be anything. */
    public void skip() {
        shape = Shape.ANYTHING;
        sharing = false;
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
        if (shape.isNothing() && target != null) {
            findings.fault(
                    "no-message",
                    pointer,
                    false,
                    "The step at %s leaves nothing of any payload. Let one of its rules match and write."
                            .formatted(pointer));
            shape = Shape.ANYTHING;
        }
    }

    private Shape shift(Map<?, ?> spec, Pointer pointer) {
        var made = ShiftCheck.apply(shape, spec, pointer, findings, effort);
        sharing = made.sharing();
        return made.shape();
    }

    private Shape apply(String operation, Map<?, ?> spec, Pointer pointer) {
        if (sharing && !operation.equals("shift") && !operation.equals("sort")) {
            // What is done to an object in one place shows in others, of which the shape does not tell.
            return Shape.ANYTHING;
        }
        return switch (operation) {
            case "shift" -> shift(spec, pointer);
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
