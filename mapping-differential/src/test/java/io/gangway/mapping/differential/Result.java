package io.gangway.mapping.differential;

import java.nio.charset.StandardCharsets;

/** What an engine did with a pair. */
sealed interface Result {
    static Result of(ChainEngine engine, Pair pair) {
        ChainEngine.Compiled compiled;
        try {
            compiled = engine.compile(pair.chain());
        } catch (ChainRefused refused) {
            return new Refused(String.valueOf(refused.getMessage()));
        } catch (RuntimeException | StackOverflowError thrown) {
            return new Thrown(thrown.toString());
        }
        return of(compiled, pair.input());
    }

    static Result of(ChainEngine.Compiled compiled, String input) {
        try {
            return switch (compiled.run(Json.bytesOf(input))) {
                case ChainEngine.Outcome.Made made -> new Made(new String(made.json(), StandardCharsets.UTF_8));
                case ChainEngine.Outcome.Failed failed -> new Failed(failed.code() + ": " + failed.detail());
            };
        } catch (RuntimeException | StackOverflowError thrown) {
            return new Thrown(thrown.toString());
        }
    }

    record Made(String json) implements Result {}

    record Refused(String reason) implements Result {}

    record Failed(String reason) implements Result {}

    /** No engine may do so: a chain is refused, a run fails. */
    record Thrown(String reason) implements Result {}
}
