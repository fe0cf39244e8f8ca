package io.gangway.bench.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;

/** JSLT with an expression that gives what the chain gives. It keeps nulls as Jolt does; by itself it drops them. */
final class Jslt implements Contender {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Expression expression;

    Jslt(String expression) {
        this.expression = new Parser(new StringReader(expression))
                .withObjectFilter(value -> true)
                .compile();
    }

    @Override
    public void transform(byte[] json, OutputStream result) throws IOException {
        mapper.writeValue(result, expression.apply(mapper.readTree(json)));
    }
}
