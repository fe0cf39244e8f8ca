package io.gangway.canonical;

import io.gangway.canonical.FieldType.BooleanType;
import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.DateType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Canonical messages as JSON, as their schemas describe it. */
public final class CanonicalJson {
    private static final JsonFactory JSON = new JsonFactory();

    private CanonicalJson() {}

    /** An object in UTF-8. Absent fields and empty lists are left out; instants are ISO 8601 in UTC. */
    public static byte[] write(CanonicalMessage message) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            writeObject((Record) message, CanonicalTypes.of(message.getClass()).record(), json);
        }
        return bytes.toByteArray();
    }

    private static void writeObject(Record object, CanonicalRecord shape, JsonGenerator json) {
        json.writeStartObject();
        var fields = shape.fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var value = shape.value(object, i);
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                json.writeName(field.name());
                writeValue(value, field.type(), json);
            }
        }
        json.writeEndObject();
    }

    private static void writeValue(Object value, FieldType type, JsonGenerator json) {
        switch (type) {
            case TextType text -> json.writeString((String) value);
            case CodeType code -> json.writeString(((Enum<?>) value).name());
            case IntegerType integer -> json.writeNumber((Long) value);
            case BooleanType flag -> json.writeBoolean((Boolean) value);
            case InstantType instant -> json.writeString(value.toString());
            case DateType date -> json.writeString(value.toString());
            case ObjectType object -> writeObject((Record) value, object.record(), json);
            case ListType list -> {
                json.writeStartArray();
                for (var entry : (List<?>) value) {
                    writeValue(entry, list.item(), json);
                }
                json.writeEndArray();
            }
        }
    }
}
