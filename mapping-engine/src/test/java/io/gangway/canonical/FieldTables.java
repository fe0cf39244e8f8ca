package io.gangway.canonical;

import io.gangway.canonical.FieldType.BooleanType;
import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.DateType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes types as the tables of the document. */
final class FieldTables {
    static final String START = "<!-- From here on this file is generated. -->";

    private final RecordComments comments;
    private final Set<CanonicalRecord> messages;
    private final Map<String, CanonicalRecord> objects = new TreeMap<>();
    private final Map<String, CodeType> codes = new TreeMap<>();

    private FieldTables(List<CanonicalType> types, RecordComments comments) {
        this.comments = comments;
        this.messages = types.stream().map(CanonicalType::record).collect(Collectors.toSet());
    }

    /** The marker and all that follows it. */
    static String of(List<CanonicalType> types, RecordComments comments) {
        var tables = new FieldTables(types, comments);
        types.forEach(type -> tables.collect(type.record()));
        var text = new StringBuilder(START).append("\n\n## Messages\n");
        types.forEach(type -> tables.append(type.id(), type.record(), text));
        text.append("\n## Objects in messages\n");
        tables.objects.forEach((name, object) -> tables.append(name, object, text));
        text.append("\n## Codes\n\n| | |\n|---|---|\n");
        tables.codes.forEach((name, code) -> text.append("| %s | %s |\n"
                .formatted(name, code.names().stream().map("`%s`"::formatted).collect(Collectors.joining(", ")))));
        return text.toString();
    }

    private void collect(CanonicalRecord record) {
        for (var field : record.fields()) {
            collect(field.type() instanceof ListType list ? list.item() : field.type());
        }
    }

    private void collect(FieldType type) {
        if (type instanceof CodeType code) {
            codes.put(name(code), code);
        } else if (type instanceof ObjectType(var object)) {
            if (!messages.contains(object)) {
                objects.put(object.recordClass().getSimpleName(), object);
            }
            collect(object);
        }
    }

    private void append(String heading, CanonicalRecord record, StringBuilder text) {
        text.append("\n### %s\n\n%s\n\n".formatted(heading, comments.of(record.recordClass())));
        text.append("| field | holds | required | class | |\n|---|---|---|---|---|\n");
        for (var field : record.fields()) {
            text.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            field.name(),
                            holds(field.type()),
                            field.required() ? "yes" : "",
                            field.classification().name().toLowerCase(Locale.ROOT),
                            comments.of(record.recordClass(), field)));
        }
    }

    private static String holds(FieldType type) {
        return switch (type) {
            case TextType text -> "text";
            case CodeType code -> name(code);
            case IntegerType integer -> "whole number, " + integer.unit().symbol();
            case BooleanType flag -> "true or false";
            case InstantType instant -> "instant";
            case DateType date -> "day";
            case ObjectType object -> object.record().recordClass().getSimpleName();
            case ListType list -> "list of " + holds(list.item());
        };
    }

    private static String name(CodeType code) {
        return code.constants().values().iterator().next().getDeclaringClass().getSimpleName();
    }
}
