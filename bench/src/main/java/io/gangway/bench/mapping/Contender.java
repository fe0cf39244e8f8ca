package io.gangway.bench.mapping;

/** Does a mapping's work, compiled once: a JSON document in UTF-8 becomes another. */
interface Contender {
    byte[] transform(byte[] json);
}
