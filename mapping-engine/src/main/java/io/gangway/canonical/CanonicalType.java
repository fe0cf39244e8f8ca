package io.gangway.canonical;

import java.util.List;

/**
 * A version of a kind of message.
 *
 * @param name in kebab case: {@code tracking-event}
 * @param version from 1
 */
public record CanonicalType(String name, int version, CanonicalRecord record) {
    /** As mappings name it: {@code tracking-event/1}. */
    public String id() {
        return name + "/" + version;
    }

    public Class<? extends Record> recordClass() {
        return record.recordClass();
    }

    /** In the order of the record's components. */
    public List<CanonicalField> fields() {
        return record.fields();
    }
}
