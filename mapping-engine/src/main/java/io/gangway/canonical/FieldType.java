package io.gangway.canonical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field holds. */
public sealed interface FieldType {
    /** What a list may hold. */
    sealed interface ItemType extends FieldType {}

    /**
     * A text that is not blank.
     *
     * @param maxLength characters, as UTF-16 units
     * @param cut whether one that is longer is cut; refused otherwise
     */
    record TextType(int maxLength, boolean cut, @Nullable TextFormat format) implements ItemType {
        public TextType {
            if (cut && format != null) {
                throw new IllegalArgumentException("A text of a certain format can't be cut.");
            }
        }
    }

    /** One of the constants of an enum, by its name. */
    record CodeType(Map<String, Enum<?>> constants) implements ItemType {
        public CodeType {
            constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        }

        /** In the order of the enum. */
        public Set<String> names() {
            return constants.keySet();
        }
    }

    /** A whole number, a {@code long}. */
    record IntegerType(Unit unit) implements FieldType {}

    record BooleanType() implements FieldType {}

    /** An instant in UTC, ISO 8601, from 1970 to 2200. */
    record InstantType() implements FieldType {}

    /** A day without a zone, ISO 8601, from 1970 to 2200. */
    record DateType() implements FieldType {}

    /** A record with fields of its own. */
    record ObjectType(CanonicalRecord record) implements ItemType {}

    /** Texts or codes without repetition, or objects. */
    record ListType(ItemType item, int maxItems) implements FieldType {}
}
