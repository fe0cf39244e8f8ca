package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that can be true of a message. What is asked of a value is false of one that is absent. */
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
            var text = text(run, field, message);
            return text != null && texts.contains(text);
        }
    }

    /** Whether a value begins with a text. */
    record StartsWith(FieldPath field, String prefix) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            var text = text(run, field, message);
            return text != null && text.startsWith(prefix);
        }
    }

    /** Whether a pattern matches somewhere in a value. */
    record Matches(FieldPath field, TextPattern pattern) implements Condition {
        @Override
        public boolean holds(Run run, int message) {
            var text = text(run, field, message);
            return text != null && pattern.find(run, text) != null;
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

    private static @Nullable String text(Run run, FieldPath field, int message) {
        Document document = run.document();
        return Scalar.textOf(document, field.get(document, message));
    }
}
