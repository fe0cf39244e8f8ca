package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Something that can be true of a message. What is asked of a value is false of one that is absent; of an array's
 * items, one that it is true of is enough. */
sealed interface Condition {
    boolean holds(Run run, int message);

    /** Whether a value that it asks something of is in the place of one that could not be made. */
    boolean asksForFaulty(Run run, int message);

    /** Something that is asked of one field. */
    sealed interface OfField extends Condition {
        FieldPath field();

        @Override
        default boolean asksForFaulty(Run run, int message) {
            return run.isFaulty(field().get(run.document(), message));
        }

        /** The value of the field, which counts as looked at. */
        default int value(Run run, int message) {
            int value = field().get(run.document(), message);
            if (value != Document.ABSENT) {
                run.read(value);
            }
            return value;
        }

        /** Of an array, one item is enough. */
        default boolean anyText(Run run, int message, Predicate<String> test) {
            var document = run.document();
            int value = value(run, message);
            if (!document.isArray(value)) {
                var text = Scalar.wordOf(document, value);
                return text != null && test.test(text);
            }
            for (int i = 0; i < document.count(value); i++) {
                var text = Scalar.wordOf(document, document.itemAt(value, i));
                if (text != null && test.test(text)) {
                    return true;
                }
            }
            return false;
        }
    }

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

        @Override
        public boolean asksForFaulty(Run run, int message) {
            return conditions.stream().anyMatch(condition -> condition.asksForFaulty(run, message));
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

        @Override
        public boolean asksForFaulty(Run run, int message) {
            return conditions.stream().anyMatch(condition -> condition.asksForFaulty(run, message));
        }
    }

    /** The opposite of another. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            return !condition.holds(run, message);
        }

        @Override
        public boolean asksForFaulty(Run run, int message) {
            return condition.asksForFaulty(run, message);
        }
    }

    /** Whether there is something in a field. */
    record Present(FieldPath field, boolean wanted) implements OfField {
        @Override
        public boolean holds(Run run, int message) {
            return Scalar.isPresent(run.document(), value(run, message)) == wanted;
        }
    }

    /** Whether a value is one of some texts. */
    record In(FieldPath field, Set<String> texts) implements OfField {
        @Override
        public boolean holds(Run run, int message) {
            return anyText(run, message, texts::contains);
        }
    }

    /** Whether a value begins with a text. */
    record StartsWith(FieldPath field, String prefix) implements OfField {
        @Override
        public boolean holds(Run run, int message) {
            return anyText(run, message, text -> text.startsWith(prefix));
        }
    }

    /** Whether a pattern matches somewhere in a value. */
    record Matches(FieldPath field, TextPattern pattern) implements OfField {
        @Override
        public boolean holds(Run run, int message) {
            return anyText(run, message, text -> pattern.find(run, text) != null);
        }
    }

    /** How a number compares with another; the sign of the comparison has to be one of two. */
    record Compares(FieldPath field, BigDecimal number, int sign, int orSign) implements OfField {
        @Override
        public boolean holds(Run run, int message) {
            var document = run.document();
            int value = value(run, message);
            if (!document.isArray(value)) {
                return isMet(document, value);
            }
            for (int i = 0; i < document.count(value); i++) {
                if (isMet(document, document.itemAt(value, i))) {
                    return true;
                }
            }
            return false;
        }

        private boolean isMet(Document document, int node) {
            var value = DecimalText.POINT.read(document, node);
            if (value == null) {
                return false;
            }
            int found = value.compareTo(number);
            return found == sign || found == orSign;
        }
    }
}
