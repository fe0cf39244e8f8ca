package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Names;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Run;
import java.util.List;

/** A field of a message object, or of an object in it: {@code place.countryCode}. */
record FieldPath(List<String> parts, int[] names) {
    static FieldPath of(String text, Names.Builder names) {
        var parts = List.of(text.split("\\.", -1));
        return new FieldPath(parts, parts.stream().mapToInt(names::id).toArray());
    }

    /** {@link Document#ABSENT} if there is none. */
    int get(Document document, int message) {
        int value = message;
        for (int name : names) {
            value = document.isObject(value) ? document.get(value, name) : Document.ABSENT;
        }
        return value;
    }

    /** {@code sources} are what the value was made of; if one of them is faulty, so is the value. */
    void put(Run run, int message, int made, int... sources) {
        var document = run.document();
        int faulty = run.faultyAmong(sources);
        int value = faulty == Document.ABSENT ? made : faulty;
        run.derived(value, sources);
        int object = message;
        for (int i = 0; i < names.length - 1; i++) {
            int inner = document.get(object, names[i]);
            if (!document.isObject(inner)) {
                inner = document.newObject();
                document.put(object, names[i], inner);
                run.wrote(object, inner);
            }
            object = inner;
        }
        document.put(object, names[names.length - 1], value);
        run.wrote(object, value);
    }

    /**
     * Reports that the value of this field of a message can't be made of {@code sources}. The message is taken without
     * the field if it can do without it. Nothing is reported if a source is faulty itself.
     */
    void putFault(Run run, int message, Position at, String code, String detail, int... sources) {
        int faulty = run.faultyAmong(sources);
        put(
                run,
                message,
                faulty != Document.ABSENT
                        ? faulty
                        : run.faultyValue(
                                code, at.pointer(this), detail, sources.length == 0 ? Document.NULL : sources[0]),
                sources);
    }

    void remove(Document document, int message) {
        int object = message;
        for (int i = 0; i < names.length - 1; i++) {
            object = document.get(object, names[i]);
            if (!document.isObject(object)) {
                return;
            }
        }
        document.remove(object, names[names.length - 1]);
    }

    Pointer in(Pointer message) {
        var pointer = message;
        for (var part : parts) {
            pointer = pointer.child(part);
        }
        return pointer;
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
