package io.gangway.bench.mapping;

import com.bazaarvoice.jolt.Chainr;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jolt as its users run it: Jackson set up like Jolt's own {@code JsonUtils}, the chain compiled once. */
final class JoltCore implements Contender {
    private final ObjectMapper mapper = new ObjectMapper()
            .configure(JsonParser.Feature.ALLOW_COMMENTS, true)
            .registerModule(new SimpleModule("stockJoltMapping")
                    .addAbstractTypeMapping(Map.class, LinkedHashMap.class)
                    .addAbstractTypeMapping(List.class, ArrayList.class));

    private final Chainr chain;

    JoltCore(String chain) {
        try {
            this.chain = Chainr.fromSpec(mapper.readValue(chain, Object.class));
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    @Override
    public void transform(byte[] json, OutputStream result) throws IOException {
        mapper.writeValue(result, chain.transform(mapper.readValue(json, Object.class)));
    }
}
