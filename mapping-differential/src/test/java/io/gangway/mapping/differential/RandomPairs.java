package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chains made for their inputs: each operation is drawn from what the ones before it leave. */
final class RandomPairs {
    private static final List<Integer> LENGTHS = List.of(1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5);

    private final long seed;
    private final Map<String, Integer> features = Dice.noFeatures();

    RandomPairs(long seed) {
        this.seed = seed;
    }

    Map<String, Integer> features() {
        return features;
    }

    /** The same pair for the same seed and number. */
    Pair get(int number) {
        var dice = new Dice(seed * 1_000_003 + number, features);
        if (dice.chance(10)) {
            return records(new RandomRecords(dice));
        }
        var forms = dice.chance(15) ? new RandomForms(dice) : null;
        var spec = forms == null ? null : forms.spec();
        var input = spec == null ? new RandomInputs(dice).document() : forms.document(spec);
        var text = Json.write(input);
        var chain = new ArrayList<Object>();
        var document = input;
        for (var length = dice.of(LENGTHS); length > 0; length--) {
            var entry = spec == null || !chain.isEmpty() ? entry(dice, document) : shift(spec);
            chain.add(entry);
            if (length > 1) {
                try {
                    document = ReferenceEngine.operation(Json.copy(entry)).apply(document);
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                    break;
                }
                if (isEndless(document)) {
                    break;
                }
            }
        }
        return new Pair(Json.write(chain), text);
    }

    private static Pair records(RandomRecords records) {
        return new Pair(Json.write(List.of(shift(records.spec()))), Json.write(records.document()));
    }

    private static Map<String, Object> shift(Map<String, Object> spec) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("operation", "shift");
        entry.put("spec", spec);
        return entry;
    }

    static Map<String, Object> entry(Dice dice, Object document) {
        var operation = operation(dice);
        var entry = new LinkedHashMap<String, Object>();
        entry.put("operation", operation);
        dice.as("operation: " + operation, operation);
        switch (operation) {
            case "sort" -> {}
            case "shift" -> entry.put("spec", new RandomShifts(dice).spec(document));
            case "default" -> entry.put("spec", new RandomSmallSpecs(dice).defaults(document));
            case "remove" -> entry.put("spec", new RandomSmallSpecs(dice).removals(document));
            case "cardinality" -> entry.put("spec", new RandomSmallSpecs(dice).cardinalities(document));
            default -> entry.put("spec", new RandomModifications(dice).spec(document));
        }
        return entry;
    }

    private static String operation(Dice dice) {
        var kind = dice.below(100);
        if (kind < 42) {
            return "shift";
        }
        if (kind < 54) {
            return "default";
        }
        if (kind < 62) {
            return "remove";
        }
        if (kind < 72) {
            return "cardinality";
        }
        if (kind < 75) {
            return "sort";
        }
        return kind < 88 ? "modify-overwrite-beta" : kind < 94 ? "modify-default-beta" : "modify-define-beta";
    }

    /** A document that contains itself, or that grew too large to go on with. */
    private static boolean isEndless(Object document) {
        return parts(document, 0, 2_000) < 0;
    }

    private static int parts(Object node, int depth, int left) {
        if (depth > 60 || left <= 0) {
            return -1;
        }
        var children = node instanceof Map<?, ?> map ? map.values() : node instanceof List<?> list ? list : List.of();
        var rest = left - 1;
        for (var child : children) {
            rest = parts(child, depth + 1, rest);
            if (rest < 0) {
                return -1;
            }
        }
        return rest;
    }
}
