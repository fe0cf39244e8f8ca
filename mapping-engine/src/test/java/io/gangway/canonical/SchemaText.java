package io.gangway.canonical;

import io.gangway.canonical.FieldType.BooleanType;
import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.DateType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a type as a JSON Schema of draft 2020-12. */
final class SchemaText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private final RecordComments comments;
    private final Map<String, Object> definitions = new TreeMap<>();

    private SchemaText(RecordComments comments) {
        this.comments = comments;
    }

    static String of(CanonicalType type, RecordComments comments) {
        var text = new SchemaText(comments);
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:gangway:schema:%s:%d".formatted(type.name(), type.version()));
        schema.putAll(text.object(type.record()));
        if (!text.definitions.isEmpty()) {
            schema.put("$defs", text.definitions);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private Map<String, Object> object(CanonicalRecord record) {
        var properties = new LinkedHashMap<String, Object>();
        for (var field : record.fields()) {
            var property = new LinkedHashMap<String, Object>();
            property.put("description", comments.of(record.recordClass(), field));
            property.putAll(value(field.type()));
            if (field.type() instanceof ListType && field.required()) {
                property.put("minItems", 1);
            }
            property.put("x-classification", field.classification().name());
            properties.put(field.name(), property);
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("title", title(record));
        object.put("description", comments.of(record.recordClass()));
        object.put("type", "object");
        object.put(
                "required",
                record.fields().stream()
                        .filter(CanonicalField::required)
                        .map(CanonicalField::name)
                        .toList());
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private Map<String, Object> value(FieldType type) {
        var schema = new LinkedHashMap<String, Object>();
        switch (type) {
            case TextType text -> {
                schema.put("type", "string");
                schema.put("minLength", 1);
                schema.put("maxLength", text.maxLength());
                if (text.format() != null) {
                    schema.put("pattern", "^(?:%s)$".formatted(text.format().pattern()));
                }
            }
            case CodeType code -> {
                schema.put("type", "string");
                schema.put("enum", code.names());
            }
            case IntegerType integer -> {
                schema.put("type", "integer");
                schema.put("minimum", integer.unit().minimum());
                schema.put("maximum", integer.unit().maximum());
                schema.put("x-unit", integer.unit().symbol());
            }
            case BooleanType flag -> schema.put("type", "boolean");
            case InstantType instant -> {
                schema.put("type", "string");
                schema.put("format", "date-time");
                schema.put("pattern", "Z$");
            }
            case DateType date -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case ObjectType object -> schema.put("$ref", reference(object.record()));
            case ListType list -> {
                schema.put("type", "array");
                schema.put("maxItems", list.maxItems());
                if (!(list.item() instanceof ObjectType)) {
                    schema.put("uniqueItems", true);
                }
                schema.put("items", value(list.item()));
            }
        }
        return schema;
    }

    private String reference(CanonicalRecord record) {
        var name = record.recordClass().getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, object(record));
        }
        return "#/$defs/" + name;
    }

    /** {@code ShippingDocument} is "Shipping document". */
    private static String title(CanonicalRecord record) {
        var words = record.recordClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
