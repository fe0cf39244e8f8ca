package io.gangway.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordCommentsTests {
    @Test
    void stateTheLimitsOfTheAnnotations() throws IOException {
        var comments = RecordComments.read();
        var records = new LinkedHashSet<CanonicalRecord>();
        CanonicalTypes.all().forEach(type -> collect(type.record(), records));
        for (var record : records) {
            for (var field : record.fields()) {
                var comment = assertThat(comments.of(record.recordClass(), field))
                        .as("Javadoc of %s.%s", record.recordClass().getSimpleName(), field.name());
                if (field.type() instanceof ListType(var item, var maxItems)) {
                    comment.contains(Integer.toString(maxItems));
                    if (item instanceof TextType text) {
                        comment.contains(text.maxLength() + " characters");
                    }
                } else if (field.type() instanceof TextType text && text.maxLength() > 20) {
                    comment.contains((text.cut() ? "cut at " : "at most ") + text.maxLength() + " characters");
                }
            }
        }
    }

    private static void collect(CanonicalRecord record, Set<CanonicalRecord> records) {
        if (records.add(record)) {
            for (var field : record.fields()) {
                var type = field.type() instanceof ListType list ? list.item() : field.type();
                if (type instanceof ObjectType(var object)) {
                    collect(object, records);
                }
            }
        }
    }
}
