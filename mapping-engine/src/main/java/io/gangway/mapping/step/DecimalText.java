package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a sender writes decimal numbers: JSON's numbers as they are, texts with the signs that the mapping declares. */
final class DecimalText {
    /** As programs write them. */
    static final DecimalText POINT = new DecimalText(".", "");

    private static final int LENGTH = 60;
    private static final Set<String> DECIMAL = Set.of(".", ",");
    private static final Set<String> GROUPING = Set.of(".", ",", " ", "'");

    private final String decimal;
    private final String grouping;
    private final Pattern pattern;

    private DecimalText(String decimal, String grouping) {
        this.decimal = decimal;
        this.grouping = grouping;
        var whole = grouping.isEmpty()
                ? "[0-9]+"
                : "(?:[0-9]+|[1-9][0-9]{0,2}(?:%s[0-9]{3})+)".formatted(Pattern.quote(grouping));
        // Exponents of two digits: a longer one would be no measure, and could take all memory.
        var point = Pattern.quote(decimal);
        this.pattern = Pattern.compile(
                "[+-]?(?:%s(?:%s[0-9]*)?|%s[0-9]+)(?:[eE][+-]?[0-9]{1,2})?".formatted(whole, point, point));
    }

    /** Of the members 'decimal' and 'grouping'; a point and nothing if they are missing. */
    static DecimalText of(SpecObject spec) {
        var decimal = spec.choice("decimal", DECIMAL, ".");
        var grouping = spec.has("grouping") ? sign(spec) : "";
        if (decimal.equals(grouping)) {
            spec.fault(
                    "invalid-member",
                    "grouping",
                    "Members 'decimal' and 'grouping' at %s are the same sign. Declare different ones."
                            .formatted(spec.pointer()));
        }
        return new DecimalText(decimal, grouping);
    }

    private static String sign(SpecObject spec) {
        var sign = spec.anyText("grouping", "");
        if (!GROUPING.contains(sign)) {
            spec.fault(
                    "invalid-member",
                    "grouping",
                    "Member 'grouping' at %s is neither a point, a comma, an apostrophe nor a blank. Write one of them, in quotes."
                            .formatted(spec.pointer()));
        }
        return sign;
    }

    /** Null and a fault of the payload if the value that goes to the field is none. */
    @Nullable
    BigDecimal readOrTell(Run run, int message, int source, FieldPath field, String code, Position at) {
        var document = run.document();
        var amount = read(document, source);
        if (amount == null) {
            field.putFault(
                    run,
                    message,
                    at,
                    code,
                    "%s for field '%s' is not a number. Declare 'decimal' and 'grouping' in the step if it has other signs, or have a number sent."
                            .formatted(Scalar.shown(document, source), field),
                    source);
        }
        return amount;
    }

    /** Null if the node is none. */
    @Nullable
    BigDecimal read(Document document, int node) {
        if (document.isNumber(node)) {
            document.countVisit();
            return POINT.read(document.digits(node));
        }
        var text = document.isText(node) ? Scalar.textOf(document, node) : null;
        return text == null ? null : read(text);
    }

    /** Null if the text is none. */
    @Nullable
    BigDecimal read(String text) {
        if (text.length() > LENGTH || !pattern.matcher(text).matches()) {
            return null;
        }
        var plain = grouping.isEmpty() ? text : text.replace(grouping, "");
        return new BigDecimal(plain.replace(decimal, "."));
    }
}
