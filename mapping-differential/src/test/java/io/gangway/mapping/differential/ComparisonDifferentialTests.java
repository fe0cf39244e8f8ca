package io.gangway.mapping.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Proves with broken engines that the comparison can fail. */
class ComparisonDifferentialTests {
    private static final String PASS = "[{\"operation\": \"shift\", \"spec\": {\"*\": \"&\"}}]";

    @Test
    void findsAnotherOrderOfKeys() {
        assertThat(where(broken(json -> "{\"b\":2,\"a\":1}"), PASS, "{\"a\": 1, \"b\": 2}"))
                .isEqualTo("keys at #: expected [a, b], got [b, a]");
    }

    @Test
    void findsAnotherTypeOfNumber() {
        assertThat(where(broken(json -> "{\"a\":1.0}"), PASS, "{\"a\": 1}"))
                .isEqualTo("value at #/a: expected Integer 1, got Double 1.0");
        assertThat(where(broken(json -> "{\"a\":[1,2]}"), PASS, "{\"a\": [1, 2.0]}"))
                .isEqualTo("value at #/a/1: expected Double 2.0, got Integer 2");
    }

    @Test
    void tellsNullFromAbsence() {
        assertThat(where(broken(json -> "{}"), PASS, "{\"a\": null}")).isEqualTo("keys at #: expected [a], got []");
        assertThat(where(broken(json -> "[1]"), PASS, "{\"a\": 1}"))
                .startsWith("value at #: expected LinkedHashMap {a=1}, got ArrayList");
    }

    @Test
    void findsThatOneFailsAndTheOtherDoesNot() {
        var failing = "[{\"operation\": \"shift\", \"spec\": {\"a\": {\"-1\": \"x\"}}}]";
        ChainEngine neverFails = chain -> input -> new ChainEngine.Outcome.Made(input);
        assertThat(where(neverFails, failing, "{\"a\": []}")).isEqualTo("expected Failed, got Made");
        ChainEngine alwaysFails = chain -> input -> new ChainEngine.Outcome.Failed("x", "y");
        assertThat(where(alwaysFails, PASS, "{\"a\": 1}")).isEqualTo("expected Made, got Failed");
    }

    @Test
    void findsThatOneRefusesAndTheOtherDoesNot() {
        ChainEngine takesAll = chain -> input -> new ChainEngine.Outcome.Failed("x", "y");
        assertThat(where(takesAll, "[{\"operation\": \"shift\", \"spec\": {}}]", "{}"))
                .isEqualTo("expected Refused, got Failed");
    }

    @Test
    void findsWhatIsThrown() {
        ChainEngine throwing = chain -> {
            throw new IllegalStateException("no");
        };
        assertThat(where(throwing, "[]", "{}")).isEqualTo("expected Refused, got Thrown");
        ChainEngine throwingLater = chain -> input -> {
            throw new IllegalStateException("no");
        };
        assertThat(where(throwingLater, PASS, "{}")).isEqualTo("expected Made, got Thrown");
    }

    @Test
    void findsARunThatChangesItsChain() {
        ChainEngine remembering = chain -> {
            var runs = new java.util.concurrent.atomic.AtomicInteger();
            var compiled = new ReferenceEngine().compile(chain);
            return input -> runs.getAndIncrement() < 2
                    ? compiled.run(input)
                    : new ChainEngine.Outcome.Made("7".getBytes(StandardCharsets.UTF_8));
        };
        var verdicts = new Comparison(new ReferenceEngine(), remembering, new KnownDifferences(List.of()))
                .of(PASS, List.of("{\"a\": 1}", "{\"a\": 2}"));
        assertThat(verdicts).hasSize(3);
        assertThat(verdicts.getFirst()).isInstanceOf(Verdict.Same.class);
        assertThat(verdicts.getLast()).isInstanceOf(Verdict.Different.class);
    }

    @Test
    void countsKnownDifferences() {
        var known = new KnownDifferences(List.of(new KnownDifferences.Known(
                "numbers", "for the test", different -> different.where().contains("Integer"))));
        var comparison = new Comparison(new ReferenceEngine(), broken(json -> "{\"a\":1.0}"), known);
        assertThat(comparison.of(new Pair(PASS, "{\"a\": 1}"))).isEqualTo(new Verdict.Known("numbers"));
        assertThat(comparison.of(new Pair(PASS, "{\"b\": 1}"))).isInstanceOf(Verdict.Different.class);
        assertThat(known.counts()).containsEntry("numbers", 1);
    }

    @Test
    void blamesNobodyForWhatJoltMakesAtRandom() {
        var chain = """
                [{"operation": "modify-overwrite-beta", "spec": {"a": "=sort"}},
                 {"operation": "shift", "spec": {"a": {"*": {"$": "x"}}}}]""";
        assertThat(new Comparison(
                                new ReferenceEngine(), broken(json -> "{\"x\":\"y\"}"), new KnownDifferences(List.of()))
                        .of(new Pair(chain, "{\"a\": [2, 1]}")))
                .isInstanceOf(Verdict.Arbitrary.class);
    }

    @Test
    void shrinksToTheSmallestPair() {
        ChainEngine cannotSort = chain -> {
            var compiled = new ReferenceEngine().compile(chain);
            return chain.contains("\"sort\"") ? ChainEngine.Outcome.Made::new : compiled;
        };
        var comparison = new Comparison(new ReferenceEngine(), cannotSort, new KnownDifferences(List.of()));
        var smallest = new Shrinker(comparison).shrink(new Pair("""
                [{"operation": "shift", "spec": {"*": "&", "x": {"y": "z"}}},
                 {"operation": "sort"},
                 {"operation": "default", "spec": {"q": 1}}]""", """
                {"z": {"b": [1, 2, {"k": 1}], "a": "text"}, "a": "longer text", "x": {"y": 5}}"""));
        assertThat(smallest.pair().chain()).isEqualTo("[{\"operation\":\"sort\"}]");
        assertThat(smallest.pair().input()).isEqualTo("{\"b\":0,\"a\":\"t\"}");
    }

    private static ChainEngine broken(UnaryOperator<String> change) {
        return chain -> {
            new ReferenceEngine().compile(chain);
            return input ->
                    new ChainEngine.Outcome.Made(Json.bytesOf(change.apply(new String(input, StandardCharsets.UTF_8))));
        };
    }

    private static String where(ChainEngine broken, String chain, String input) {
        var verdict = new Comparison(new ReferenceEngine(), broken, new KnownDifferences(List.of()))
                .of(new Pair(chain, input));
        assertThat(verdict).isInstanceOf(Verdict.Different.class);
        return ((Verdict.Different) verdict).where();
    }
}
