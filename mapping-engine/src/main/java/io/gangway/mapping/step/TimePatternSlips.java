package io.gangway.mapping.step;

import io.gangway.mapping.step.TimePattern.Part;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds slips in patterns of {@code java.time} that compile, and read or write something else than what is meant: an hour
 * without its half of the day, months and minutes mixed up, days of the year.
 */
final class TimePatternSlips {
    private static final String DAYS = "dDg";
    private static final String YEARS = "yuY";
    private static final String MONTHS = "ML";
    private static final String HOURS = "HhKk";
    private static final String ZONES = "VvzOXxZ";
    private static final Set<String> QUOTED_UTC =
            Set.of("'Z'", "'z'", "'UTC'", "'GMT'", "'+00:00'", "'+0000'", "'+00'");

    /** A moment that no part of can be taken for another. */
    private static final LocalDateTime SAMPLE = LocalDateTime.of(2024, 11, 22, 17, 43, 38, 123_456_789);

    private final TimePattern pattern;
    private final boolean inUtc;
    private final List<String> slips = new ArrayList<>();

    private TimePatternSlips(TimePattern pattern, boolean inUtc) {
        this.pattern = pattern;
        this.inUtc = inUtc;
    }

    /**
     * What is wrong with a pattern that times are read by, and what was probably meant; empty if nothing is.
     *
     * @param inUtc whether the zone of its times is stated to be UTC
     */
    static Optional<String> ofReading(String text, boolean inUtc) {
        var slips = new TimePatternSlips(TimePattern.of(text), inUtc);
        var meant = slips.meant(text);
        if (slips.slips.isEmpty()) {
            slips.addUnread(text);
        }
        return slips.told(meant.filter(pattern -> !pattern.equals(text) && reads(pattern, inUtc)));
    }

    /** What is wrong with a pattern that times are written by, and what was probably meant; empty if nothing is. */
    static Optional<String> ofWriting(String text, boolean inUtc) {
        var slips = new TimePatternSlips(TimePattern.of(text), inUtc);
        return slips.told(slips.meant(text));
    }

    /** Whether a pattern compiles and has no slips. */
    static boolean reads(String text, boolean inUtc) {
        try {
            var slips = new TimePatternSlips(TimePattern.of(text), inUtc);
            slips.meant();
            slips.addUnread(text);
            return slips.slips.isEmpty();
        } catch (IllegalArgumentException noPattern) {
            return false;
        }
    }

    /** The pattern without slips that was probably meant by one of whatever system. */
    static String corrected(String text) {
        return new TimePatternSlips(TimePattern.of(text), true).meant().toString();
    }

    private Optional<String> told(Optional<String> meant) {
        if (slips.isEmpty()) {
            return Optional.empty();
        }
        var said = String.join("; ", slips) + ".";
        return Optional.of(meant.map(pattern -> "%s Did you mean '%s'?".formatted(said, pattern))
                .orElse(said));
    }

    /** Empty if it is not known what was meant. */
    private Optional<String> meant(String text) {
        if (ForeignTimePatterns.isWithPercents(text)) {
            slips.add("letters follow '%', as other systems have them");
            return ForeignTimePatterns.find(text).map(TimePatternSlips::corrected);
        }
        if (ForeignTimePatterns.isWithMonthName(text)) {
            slips.add("'MON' is how databases write the name of a month");
            return ForeignTimePatterns.find(text).map(TimePatternSlips::corrected);
        }
        return Optional.of(meant().toString());
    }

    /** The pattern with its slips corrected. */
    private TimePattern meant() {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < pattern.parts().size(); i++) {
            parts.add(meant(pattern.parts().get(i), i));
        }
        return new TimePattern(parts);
    }

    private Part meant(Part part, int index) {
        boolean hasMonth = hasMonthBesides(-1);
        return switch (part.letter()) {
            case 'Y' -> pattern.has("wW") ? part : slip(part, 'y', "the week-based year");
            case 'D' -> hasMonth ? slip(part, 'd', "the day of the year") : part;
            case 'g' -> hasMonth ? slip(part, 'd', "a modified Julian day") : part;
            case 'm' ->
                isMonth(index) && !hasMonthBesides(index) ? slip(part, 'M', "a minute, where a month belongs") : part;
            case 'M' ->
                isMinute(index) && (hasMonthBesides(index) || !pattern.has(DAYS + YEARS)) && part.length() <= 2
                        ? slip(part, 'm', "a month, where a minute belongs")
                        : part;
            case 'h' -> hasHalfOfDay() ? part : slip(part, 'H', "an hour from 1 to 12 and needs 'a'");
            case 'K' -> hasHalfOfDay() ? part : slip(part, 'H', "an hour from 0 to 11 and needs 'a'");
            case 'A' ->
                isHalfOfDay(part) ? slip(part, 'a', "the millisecond of the day, where its half belongs") : part;
            case 'S' -> isSecond(index) ? slip(part, 's', "a fraction of a second, where a second belongs") : part;
            case 'n' -> isFraction(index) ? slip(part, 'S', "a number of nanoseconds, whatever its digits") : part;
            case 0 -> isUtc(part) ? slip(part, 'X', "in quotes, so that it says nothing of the zone") : part;
            default -> part;
        };
    }

    private Part slip(Part part, char meant, String what) {
        slips.add("%s is %s".formatted(part.letter() == 0 ? part.text() : "'" + part.text() + "'", what));
        return switch (meant) {
            case 'X' -> zone(part.text());
            case 'y' -> part.length() == 1 ? new Part('y', "yyyy") : part.of('y');
            case 'S' -> part.of('S');
            default -> part.length() <= 2 ? part.of(meant) : new Part(meant, ("" + meant).repeat(2));
        };
    }

    /** What reads as a zone what stands in quotes. */
    private static Part zone(String quoted) {
        return switch (quoted) {
            case "'UTC'", "'GMT'" -> new Part('z', "z");
            case "'+00:00'" -> new Part('x', "xxx");
            case "'+0000'" -> new Part('x', "xx");
            case "'+00'" -> new Part('x', "x");
            default -> new Part('X', "X");
        };
    }

    private boolean hasHalfOfDay() {
        return pattern.has("aB") || pattern.has(this::isHalfOfDay);
    }

    /** As moment.js writes it. */
    private boolean isHalfOfDay(Part part) {
        return part.letter() == 'A' && part.length() == 1 && pattern.has("hK");
    }

    private boolean isMinute(int index) {
        var before = pattern.before(index);
        var after = pattern.after(index);
        return (before != null && before.isOneOf(HOURS)) || (after != null && after.isOneOf("sS"));
    }

    private boolean isMonth(int index) {
        var before = pattern.before(index);
        var after = pattern.after(index);
        return !isMinute(index)
                && ((before != null && before.isOneOf(DAYS + YEARS + "E"))
                        || (after != null && after.isOneOf(DAYS + YEARS)));
    }

    private boolean hasMonthBesides(int index) {
        for (int i = 0; i < pattern.parts().size(); i++) {
            var part = pattern.parts().get(i);
            boolean isMonth = part.isOneOf(MONTHS) ? !isMinute(i) : part.letter() == 'm' && isMonth(i);
            if (i != index && isMonth) {
                return true;
            }
        }
        return false;
    }

    private boolean isSecond(int index) {
        var before = pattern.before(index);
        return !pattern.has("s") && before != null && before.isOneOf("mM");
    }

    private boolean isFraction(int index) {
        var before = pattern.before(index);
        return before != null && before.letter() == 's';
    }

    private boolean isUtc(Part part) {
        return QUOTED_UTC.contains(part.text()) && !inUtc && pattern.has(HOURS) && !pattern.has(ZONES);
    }

    /** Adds what a text of this pattern has and what reading it gives nothing for. */
    private void addUnread(String text) {
        var formatter = TimeFormat.Pattern.formatterOf(text);
        boolean hasDate;
        boolean hasTime;
        try {
            var parsed = formatter.parse(written(formatter));
            hasDate = parsed.query(TemporalQueries.localDate()) != null;
            hasTime = parsed.query(TemporalQueries.localTime()) != null;
        } catch (DateTimeException otherwise) {
            // Some patterns read more than they write.
            return;
        }
        if (!hasDate) {
            slips.add("there is no day, month and year. Add them, or the field that has them");
        } else if (!hasTime && pattern.has(TimePattern.TIMES)) {
            slips.add(unreadTime());
        }
    }

    private static String written(DateTimeFormatter formatter) {
        return formatter.format(SAMPLE.atZone(ZoneId.of("Europe/Berlin")));
    }

    private String unreadTime() {
        boolean hasHour = pattern.has(HOURS);
        boolean hasMinute = pattern.has("m");
        return hasHour && hasMinute
                ? "the time of day is not complete. Give it an hour, a minute and a second"
                : "there is a %s and no %s. Add the one, or leave out the other"
                        .formatted(hasMinute ? "minute" : "second", hasHour ? "minute" : "hour");
    }
}
