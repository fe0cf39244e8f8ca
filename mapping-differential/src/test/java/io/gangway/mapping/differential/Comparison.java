package io.gangway.mapping.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds an engine against jolt-core: both refuse, both fail, or both make the same, with the same order of keys and the
 * same types of numbers.
 */
final class Comparison {
    private final ChainEngine reference;
    private final ChainEngine tested;
    private final KnownDifferences known;

    Comparison(ChainEngine reference, ChainEngine tested, KnownDifferences known) {
        this.reference = reference;
        this.tested = tested;
        this.known = known;
    }

    static Comparison ofOurEngine() {
        return new Comparison(new ReferenceEngine(), ChainEngine.underTest(), KnownDifferences.ofOurEngine());
    }

    KnownDifferences known() {
        return known;
    }

    Verdict of(Pair pair) {
        return judge(pair, Result.of(reference, pair), Result.of(tested, pair));
    }

    /** Runs all inputs with one compiled chain, and the first of them once more: no run may change the chain. */
    List<Verdict> of(String chain, List<String> inputs) {
        ChainEngine.Compiled compiled;
        try {
            compiled = tested.compile(chain);
        } catch (RuntimeException | StackOverflowError refused) {
            return inputs.stream().map(input -> of(new Pair(chain, input))).toList();
        }
        var verdicts = new ArrayList<Verdict>();
        var again = new ArrayList<>(inputs);
        again.add(inputs.getFirst());
        for (var input : again) {
            var pair = new Pair(chain, input);
            verdicts.add(judge(pair, Result.of(reference, pair), Result.of(compiled, input)));
        }
        return verdicts;
    }

    private Verdict judge(Pair pair, Result expected, Result actual) {
        var where = difference(expected, actual);
        if (where.isEmpty()) {
            return new Verdict.Same(expected);
        }
        if (difference(expected, Result.of(reference, pair)).isPresent()) {
            return new Verdict.Arbitrary();
        }
        var different = new Verdict.Different(pair, expected, actual, where.get());
        var name = known.nameOf(different);
        return name.isPresent() ? new Verdict.Known(name.get()) : different;
    }

    private static Optional<String> difference(Result expected, Result actual) {
        if (expected instanceof Result.Made left && actual instanceof Result.Made right) {
            return left.json().equals(right.json())
                    ? Optional.empty()
                    : Json.difference(Json.read(left.json()), Json.read(right.json()));
        }
        return expected.getClass() == actual.getClass() && !(actual instanceof Result.Thrown)
                ? Optional.empty()
                : Optional.of("expected %s, got %s".formatted(nameOf(expected), nameOf(actual)));
    }

    private static String nameOf(Result result) {
        return result.getClass().getSimpleName();
    }
}
