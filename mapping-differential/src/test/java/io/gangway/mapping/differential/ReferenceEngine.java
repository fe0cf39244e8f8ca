package io.gangway.mapping.differential;

import com.bazaarvoice.jolt.CardinalityTransform;
import com.bazaarvoice.jolt.ContextualTransform;
import com.bazaarvoice.jolt.Defaultr;
import com.bazaarvoice.jolt.Modifier;
import com.bazaarvoice.jolt.Removr;
import com.bazaarvoice.jolt.Shiftr;
import com.bazaarvoice.jolt.Sortr;
import com.bazaarvoice.jolt.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/** jolt-core with its own functions, without its loading of classes by name. */
final class ReferenceEngine implements ChainEngine {
    private static final Map<String, Function<Object, UnaryOperator<Object>>> OPERATIONS = Map.of(
            "shift", spec -> shift(new Shiftr(spec)),
            "default", spec -> plain(DefaultOrder.pin(new Defaultr(spec), spec)),
            "remove", spec -> plain(new Removr(spec)),
            "sort", spec -> plain(new Sortr()),
            "cardinality", spec -> plain(new CardinalityTransform(spec)),
            "modify-overwrite-beta", spec -> modify(new Modifier.Overwritr(spec)),
            "modify-default-beta", spec -> modify(new Modifier.Defaultr(spec)),
            "modify-define-beta", spec -> modify(new Modifier.Definr(spec)));

    @Override
    public Compiled compile(String chainJson) {
        var first = new AtomicReference<>(build(chainJson));
        // Jolt hands out parts of a spec that later operations change, so each run gets a chain of its own.
        return input -> {
            var built = first.getAndSet(null);
            return run(built == null ? build(chainJson) : built, input);
        };
    }

    /** Throws {@link ChainRefused}. */
    static UnaryOperator<Object> operation(Object entry) {
        if (!(entry instanceof Map<?, ?> map) || !(map.get("operation") instanceof String name)) {
            throw new ChainRefused("An operation is no object or has no name.");
        }
        var factory = OPERATIONS.get(name);
        if (factory == null) {
            throw new ChainRefused("There is no operation '%s'.".formatted(name));
        }
        if (!name.equals("sort") && !map.containsKey("spec")) {
            throw new ChainRefused("Operation '%s' has no spec.".formatted(name));
        }
        try {
            return factory.apply(map.get("spec"));
        } catch (RuntimeException | StackOverflowError refused) {
            throw new ChainRefused(reasonOf(refused));
        }
    }

    private static List<UnaryOperator<Object>> build(String chainJson) {
        Object chain;
        try {
            chain = Json.read(chainJson);
        } catch (JacksonException notJson) {
            throw new ChainRefused(reasonOf(notJson));
        }
        if (!(chain instanceof List<?> entries) || entries.isEmpty()) {
            throw new ChainRefused("A chain is a list with at least one operation.");
        }
        var operations = new ArrayList<UnaryOperator<Object>>();
        entries.forEach(entry -> operations.add(operation(entry)));
        return operations;
    }

    private static Outcome run(List<UnaryOperator<Object>> operations, byte[] inputJson) {
        try {
            var document = Json.read(inputJson);
            for (var operation : operations) {
                document = operation.apply(document);
            }
            return new Outcome.Made(Json.bytes(document));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            return new Outcome.Failed("failed", reasonOf(failed));
        }
    }

    private static UnaryOperator<Object> shift(Shiftr shiftr) {
        return document -> shiftr.transform(GuardedLists.guard(document));
    }

    private static UnaryOperator<Object> plain(Transform transform) {
        return transform::transform;
    }

    private static UnaryOperator<Object> modify(ContextualTransform transform) {
        return document -> transform.transform(document, null);
    }

    private static String reasonOf(Throwable thrown) {
        return thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    }
}
