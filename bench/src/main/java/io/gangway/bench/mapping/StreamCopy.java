package io.gangway.bench.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.OutputStream;

/** Jackson's parser into Jackson's generator, token by token. */
final class StreamCopy implements Contender {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public void transform(byte[] json, OutputStream result) throws IOException {
        try (var parser = factory.createParser(json);
                var generator = factory.createGenerator(result)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        }
    }
}
