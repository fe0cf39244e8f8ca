package io.gangway.mapping.jolt;

import com.bazaarvoice.jolt.CardinalityTransform;
import com.bazaarvoice.jolt.ContextualTransform;
import com.bazaarvoice.jolt.Defaultr;
import com.bazaarvoice.jolt.Modifier;
import com.bazaarvoice.jolt.Removr;
import com.bazaarvoice.jolt.Shiftr;
import com.bazaarvoice.jolt.Sortr;
import com.bazaarvoice.jolt.Transform;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Jolt's operations that a mapping may name. They are instantiated here and nowhere else: Jolt's own chain would load
 * any class that a spec names.
 */
public final class JoltOperations {
    private static final Map<String, Function<Object, JoltOperation>> BY_NAME = Map.of(
            "shift", JoltOperations::shift,
            "default", spec -> plain(new Defaultr(spec)),
            "remove", spec -> plain(new Removr(spec)),
            "sort", spec -> plain(new Sortr()),
            "cardinality", spec -> plain(new CardinalityTransform(spec)),
            "modify-overwrite-beta", spec -> modify(new Modifier.Overwritr(spec, BoundedFunctions.all())),
            "modify-default-beta", spec -> modify(new Modifier.Defaultr(spec, BoundedFunctions.all())),
            "modify-define-beta", spec -> modify(new Modifier.Definr(spec, BoundedFunctions.all())));

    private JoltOperations() {}

    public static Set<String> names() {
        return new TreeSet<>(BY_NAME.keySet());
    }

    /** Whether the operation has a spec at all. */
    public static boolean takesSpec(String operation) {
        return !operation.equals("sort");
    }

    /**
     * Throws {@link JoltSpecInvalid} if Jolt refuses the spec, or if it could use up memory or time without bounds;
     * {@link IllegalArgumentException} if {@code operation} is none of {@link #names()}.
     */
    public static JoltOperation compile(String operation, Object spec) {
        var factory = BY_NAME.get(operation);
        if (factory == null) {
            throw new IllegalArgumentException("There is no operation '%s'.".formatted(operation));
        }
        new SpecGuard(operation).check(spec);
        try {
            return guarded(factory.apply(spec));
        } catch (RuntimeException refused) {
            throw new JoltSpecInvalid("Jolt refuses the spec of '%s': %s".formatted(operation, reasonOf(refused)));
        }
    }

    private static JoltOperation shift(Object spec) {
        var growth = ShiftGrowth.of(spec);
        var shift = plain(new Shiftr(spec));
        return document -> {
            growth.check(document);
            return shift.apply(document);
        };
    }

    private static JoltOperation plain(Transform transform) {
        return transform::transform;
    }

    private static JoltOperation modify(ContextualTransform transform) {
        return document -> FunctionBudget.within(() -> transform.transform(document, Map.of()));
    }

    private static JoltOperation guarded(JoltOperation operation) {
        return document -> {
            try {
                return operation.apply(document);
            } catch (JoltFailed failed) {
                throw failed;
            } catch (StackOverflowError tooDeep) {
                throw new JoltFailed(
                        "The document became too deep for Jolt. Check whether a step puts it into itself.");
            } catch (RuntimeException failed) {
                throw failedBy(failed);
            }
        };
    }

    private static JoltFailed failedBy(RuntimeException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof JoltFailed bounded) {
                return bounded;
            }
        }
        return new JoltFailed("Jolt failed: %s".formatted(reasonOf(failed)));
    }

    private static String reasonOf(RuntimeException exception) {
        var message = exception.getMessage();
        var text = message == null ? exception.getClass().getSimpleName() : message.strip();
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
