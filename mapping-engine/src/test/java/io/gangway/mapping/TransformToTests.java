package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformToTests {
    private static final String SHIFT = """
            {"operation": "shift", "spec": {"list": {"*": {"a": "[&1].b"}}}}""";

    private final ByteArrayOutputStream result = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"list\": [{\"a\": 1}, {\"a\": 2}]}", "{\"list\": {\"0\": {\"a\": 1}, \"1\": {\"a\": 2}}}"})
    void writesWhatTransformGives(String document) throws IOException {
        var mapping = Mappings.chain(SHIFT);
        assertThat(mapping.transformTo(result, bytes(document))).isEmpty();
        assertThat(result).hasToString("[{\"b\":1},{\"b\":2}]").hasToString(Mappings.transformed(mapping, document));
    }

    @Test
    void writesNothingOfWhatIsRejected() throws IOException {
        var rejected = Mappings.chain(SHIFT).transformTo(result, bytes("{\"list\": [{\"a\": 1}"));
        assertThat(rejected)
                .hasValueSatisfying(reason -> assertThat(reason.faults())
                        .extracting(MappingFault::code)
                        .containsExactly("malformed-json"));
        assertThat(result.size()).isZero();
    }

    @Test
    void passesOnWhatTheStreamThrows() throws IOException {
        var mapping = Mappings.chain(SHIFT);
        var document = bytes("{\"list\": [{\"a\": 1}]}");
        assertThatThrownBy(() -> mapping.transformTo(new Full(), document))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
        mapping.transformTo(result, document);
        assertThat(result).hasToString("[{\"b\":1}]");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Full extends OutputStream {
        @Override
        public void write(int next) throws IOException {
            throw new IOException("full");
        }
    }
}
