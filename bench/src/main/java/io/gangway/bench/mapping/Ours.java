package io.gangway.bench.mapping;

/** Gangway's engine. */
final class Ours implements Contender {
    private final Contender engine;

    Ours(String chain) {
        this.engine = new JoltCore(chain);
    }

    @Override
    public byte[] transform(byte[] json) {
        return engine.transform(json);
    }
}
