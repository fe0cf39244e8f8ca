package io.gangway.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;

class CanonicalSchemasTests {
    @Test
    void hasASchemaForEachType() {
        for (var type : CanonicalTypes.all()) {
            assertThat(CanonicalSchemas.of(type))
                    .contains("\"$id\" : \"urn:gangway:schema:%s:%d\"".formatted(type.name(), type.version()));
        }
    }

    @Test
    void conformsToTheMetaSchema() {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (var type : CanonicalTypes.all()) {
            assertThat(metaSchema.validate(CanonicalSchemas.of(type), InputFormat.JSON))
                    .as(type.id())
                    .isEmpty();
        }
        assertThat(metaSchema.validate("{\"type\": \"text\"}", InputFormat.JSON))
                .isNotEmpty();
    }
}
