package io.gangway.mapping.differential;

/** What can run a chain of Jolt's operations. */
interface ChainEngine {
    /** The engine that is held against jolt-core. This is the one place that names it. */
    static ChainEngine underTest() {
        return new CompiledEngine();
    }

    /** Throws {@link ChainRefused} if {@code chainJson} is no valid chain. */
    Compiled compile(String chainJson);

    interface Compiled {
        Outcome run(byte[] inputJson);
    }

    sealed interface Outcome {
        /** A result of nothing is the JSON text {@code null}. */
        record Made(byte[] json) implements Outcome {}

        record Failed(String code, String detail) implements Outcome {}
    }
}
