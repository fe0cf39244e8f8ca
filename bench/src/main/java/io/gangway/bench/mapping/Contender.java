package io.gangway.bench.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Does a mapping's work, compiled once: a JSON document in UTF-8 becomes another. */
interface Contender {
    void transform(byte[] json, OutputStream result) throws IOException;

    default byte[] transform(byte[] json) {
        var result = new ByteArrayOutputStream(json.length);
        try {
            transform(json, result);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
        return result.toByteArray();
    }
}
