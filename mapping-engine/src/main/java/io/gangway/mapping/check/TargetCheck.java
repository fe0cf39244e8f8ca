package io.gangway.mapping.check;

import io.gangway.canonical.CanonicalField;
import io.gangway.canonical.CanonicalRecord;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.FieldType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Suggestion;
import org.jspecify.annotations.Nullable;

/** Whether what a mapping makes can be its target. */
final class TargetCheck {
    private static final String SCRATCH = "_";

    private final CanonicalType type;
    private final Findings findings;
    private final Effort effort;
    private final Pointer steps;
    private final ConstantCheck constants;
    private @Nullable Shape message;

    TargetCheck(CanonicalType type, Findings findings, Effort effort, Pointer steps) {
        this.type = type;
        this.findings = findings;
        this.effort = effort;
        this.steps = steps;
        this.constants = new ConstantCheck(findings);
    }

    void check(Shape shape) {
        collect(shape, 0);
        if (message == null) {
            findings.fault(
                    "not-a-message",
                    shape.origin() == null ? steps : shape.origin(),
                    true,
                    "The steps make no object, and %s is one. Let them write its fields.".formatted(type.id()));
            return;
        }
        fields(type.record(), message, "", steps, false);
    }

    /** What all messages can be: the document itself, or what its arrays hold, however nested. */
    private void collect(Shape shape, int depth) {
        effort.visit(depth);
        if (shape.items() != null) {
            collect(shape.items(), depth + 1);
        }
        if (shape.isObject() || shape.isAnything()) {
            message = message == null ? shape : Shape.union(message, shape, effort, 0);
        }
    }

    private void fields(CanonicalRecord record, Shape object, String above, Pointer place, boolean optional) {
        for (var name : object.names()) {
            var value = object.known(name);
            if (value == null || value.isUnsure() || value.origin() == null || name.startsWith(SCRATCH)) {
                continue;
            }
            if (!record.names().contains(name)) {
                findings.fault(
                        "unknown-field",
                        value.origin(),
                        true,
                        "Field '%s', written at %s, is not in %s. %s"
                                .formatted(
                                        above + name, value.origin(), type.id(), Suggestion.of(name, record.names())));
            }
        }
        boolean absent = optional && isAbsent(object, 0);
        for (var field : record.fields()) {
            effort.spend(1);
            var value = object.known(field.name());
            if (value != null && !value.isUnsure()) {
                value(field, value, above + field.name());
            } else if (value == null
                    && !absent
                    && field.required()
                    && object.others() == null
                    && !object.isAnything()) {
                findings.fault(
                        "missing-field",
                        place,
                        false,
                        "No step fills field '%s', which %s requires. %s"
                                .formatted(above + field.name(), type.id(), remedy(record, object, field.name())));
            }
        }
    }

    /** A name that is not in the record may be this field, misspelt, also where its value can be gone. */
    private static String remedy(CanonicalRecord record, Shape object, String field) {
        return object.names().stream()
                .filter(name -> !record.names().contains(name) && !name.startsWith(SCRATCH))
                .filter(name -> Suggestion.isClose(name, field))
                .findFirst()
                .map(name -> "Did you mean '%s' where '%s' is written?".formatted(field, name))
                .orElse("Let one of them put a value there.");
    }

    /** Whether nothing is in an object below the message that counts, so that it is as if it were not there. */
    private boolean isAbsent(Shape value, int depth) {
        effort.visit(depth);
        if (value.isUnsure()) {
            return true;
        }
        return !value.isAnything()
                && !value.isScalar()
                && value.others() == null
                && value.constants().keySet().stream().allMatch(String::isBlank)
                && (value.items() == null || isAbsent(value.items(), depth + 1))
                && value.names().stream().allMatch(name -> {
                    var member = value.known(name);
                    return name.startsWith(SCRATCH) || member == null || isAbsent(member, depth + 1);
                });
    }

    private void value(CanonicalField field, Shape value, String path) {
        var second = value.second();
        var origin = value.origin();
        if (origin != null && second != null && !(field.type() instanceof ListType)) {
            findings.fault(
                    "contradiction",
                    origin,
                    true,
                    "The rules at %s and %s both write field '%s', which makes an array of a single value. Keep one of them; 'default' fills in what is missing."
                            .formatted(second, origin, path));
            return;
        }
        if (field.type() instanceof ListType list) {
            single(list.item(), value, path);
            if (value.items() != null) {
                single(list.item(), value.items(), path);
            }
            return;
        }
        if (value.items() != null && !canBeSingle(value)) {
            wrongKind(origin, path, "an array", field.type() instanceof ObjectType ? "an object" : "a single value");
            return;
        }
        single(field.type(), value, path);
    }

    private static boolean canBeSingle(Shape value) {
        return value.isAnything() || value.isScalar() || !value.constants().isEmpty() || value.isObject();
    }

    private void single(FieldType fieldType, Shape value, String path) {
        var origin = value.origin();
        boolean scalar = value.isScalar() || !value.constants().isEmpty();
        boolean otherwise = value.isAnything() || value.items() != null;
        if (fieldType instanceof ObjectType object) {
            if (value.isObject()) {
                fields(object.record(), value, path + ".", origin == null ? steps : origin, true);
            } else if (scalar && !otherwise) {
                wrongKind(origin, path, "a single value", "an object");
            }
            return;
        }
        if (value.isObject() && !scalar && !otherwise) {
            wrongKind(origin, path, "an object", "a single value");
            return;
        }
        value.constants().forEach((text, rule) -> constants.check(fieldType, text, rule, path));
    }

    private void wrongKind(@Nullable Pointer origin, String path, String actual, String wanted) {
        findings.fault(
                "invalid-field",
                origin == null ? steps : origin,
                true,
                "Field '%s' becomes %s, but has to be %s. Change the path that is written there."
                        .formatted(path, actual, wanted));
    }
}
