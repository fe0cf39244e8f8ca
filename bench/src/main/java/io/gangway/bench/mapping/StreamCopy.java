package io.gangway.bench.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Jackson's parser into Jackson's generator, token by token. */
final class StreamCopy implements Contender {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public byte[] transform(byte[] json) {
        var bytes = new ByteArrayOutputStream(json.length);
        try (var parser = factory.createParser(json);
                var generator = factory.createGenerator(bytes)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
        return bytes.toByteArray();
    }
}
