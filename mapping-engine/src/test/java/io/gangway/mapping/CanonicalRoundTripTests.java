package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gangway.canonical.CanonicalJson;
import io.gangway.canonical.CanonicalSchemas;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.CanonicalTypes;
import io.gangway.canonical.FaultParty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalRoundTripTests {
    private static final int MESSAGES = 300;

    private static List<CanonicalType> types() {
        return CanonicalTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsWhatItWrote(CanonicalType type) {
        var messages = new RandomMessages(type.id().hashCode());
        for (int i = 0; i < MESSAGES; i++) {
            var message = messages.next(type);
            var json = new String(CanonicalJson.write(message), StandardCharsets.UTF_8);
            assertThat(CanonicalReader.readJson(type, json, FaultParty.CALLER))
                    .as(json)
                    .isEqualTo(new MappingResult.Mapped(List.of(message), List.of(), List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void writesWhatTheSchemaSays(CanonicalType type) {
        var schema = schema(type);
        var messages = new RandomMessages(type.id().hashCode());
        for (int i = 0; i < MESSAGES; i++) {
            var json = new String(CanonicalJson.write(messages.next(type)), StandardCharsets.UTF_8);
            assertThat(validate(schema, json)).as(json).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesBySchemaWhatTheReaderRefuses(CanonicalType type) {
        var message = new String(CanonicalJson.write(new RandomMessages(1).next(type)), StandardCharsets.UTF_8);
        for (var json : List.of("{}", "[]", message.replaceFirst("\\{", "{\"unheardOf\": 1, "))) {
            assertThat(validate(schema(type), json)).as(json).isNotEmpty();
            assertThat(CanonicalReader.readJson(type, json, FaultParty.CALLER))
                    .as(json)
                    .isInstanceOf(MappingResult.Rejected.class);
        }
    }

    private static Schema schema(CanonicalType type) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(CanonicalSchemas.of(type), InputFormat.JSON);
    }

    private static List<Error> validate(Schema schema, String json) {
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
