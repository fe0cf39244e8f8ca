package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Something that can be true of a message. What is asked of a value is false of one that is absent; of an array's
 * items, one that it is true of is enough. */
sealed interface Condition {
    boolean holds(Run run, int message);

    /** All of several. */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            for (var condition : conditions) {
                if (!condition.holds(run, message)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one of several. */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            for (var condition : conditions) {
                if (condition.holds(run, message)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The opposite of another. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            return !condition.holds(run, message);
        }
    }

    /** Whether there is something in a field. */
    record Present(FieldPath field, boolean wanted) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            return Scalar.isPresent(run.document(), field.get(run.document(), message)) == wanted;
        }
    }

    /** Whether a value is one of some texts. */
    record In(FieldPath field, Set<String> texts) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            return anyText(run, field, message, texts::contains);
        }
    }

    /** Whether a value begins with a text. */
    record StartsWith(FieldPath field, String prefix) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            return anyText(run, field, message, text -> text.startsWith(prefix));
        }
    }

    /** Whether a pattern matches somewhere in a value. */
    record Matches(FieldPath field, TextPattern pattern) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            return anyText(run, field, message, text -> pattern.find(run, text) != null);
        }
    }

    /** How a number compares with another; the sign of the comparison has to be one of two. */
    record Compares(FieldPath field, BigDecimal number, int sign, int orSign) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            var value = DecimalText.POINT.read(run.document(), field.get(run.document(), message));
            if (value == null) {
                return false;
            }
            int found = value.compareTo(number);
            return found == sign || found == orSign;
        }
    }

    /** Of an array, one item is enough. */
    private static boolean anyText(Run run, FieldPath field, int message, Predicate<String> test) {
        var document = run.document();
        int value = field.get(document, message);
        if (!document.isArray(value)) {
            var text = Scalar.textOf(document, value);
            return text != null && test.test(text);
        }
        for (int i = 0; i < document.count(value); i++) {
            var text = Scalar.textOf(document, document.itemAt(value, i));
            if (text != null && test.test(text)) {
                return true;
            }
        }
        return false;
    }
}
