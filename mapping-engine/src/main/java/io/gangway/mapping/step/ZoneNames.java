package io.gangway.mapping.step;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Zones as senders write them: names of the IANA database, offsets in many forms, and the abbreviations of North America. */
final class ZoneNames {
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)? ?([+\u2212-]?)([0-9]{1,2})(?::?([0-9]{2}))?", Pattern.CASE_INSENSITIVE);

    private static final int MAX_HOURS = 18;

    /** Abbreviations that mean one thing everywhere. IST, BST or AST do not, and are no zones. */
    private static final Map<String, ZoneId> ABBREVIATIONS = Map.ofEntries(
            Map.entry("Z", ZoneOffset.UTC),
            Map.entry("UTC", ZoneOffset.UTC),
            Map.entry("GMT", ZoneOffset.UTC),
            Map.entry("EST", ZoneOffset.ofHours(-5)),
            Map.entry("EDT", ZoneOffset.ofHours(-4)),
            Map.entry("CST", ZoneOffset.ofHours(-6)),
            Map.entry("CDT", ZoneOffset.ofHours(-5)),
            Map.entry("MST", ZoneOffset.ofHours(-7)),
            Map.entry("MDT", ZoneOffset.ofHours(-6)),
            Map.entry("PST", ZoneOffset.ofHours(-8)),
            Map.entry("PDT", ZoneOffset.ofHours(-7)),
            Map.entry("AKST", ZoneOffset.ofHours(-9)),
            Map.entry("AKDT", ZoneOffset.ofHours(-8)),
            Map.entry("HST", ZoneOffset.ofHours(-10)),
            Map.entry("WET", ZoneOffset.UTC),
            Map.entry("WEST", ZoneOffset.ofHours(1)),
            Map.entry("CET", ZoneOffset.ofHours(1)),
            Map.entry("CEST", ZoneOffset.ofHours(2)),
            Map.entry("MEZ", ZoneOffset.ofHours(1)),
            Map.entry("MESZ", ZoneOffset.ofHours(2)),
            Map.entry("EET", ZoneOffset.ofHours(2)),
            Map.entry("EEST", ZoneOffset.ofHours(3)));

    private ZoneNames() {}

    /** Whether it is the beginning of a day's or a month's English name, as other words of a time are. */
    static boolean isDayOrMonth(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(DayOfWeek.values()), Stream.of(Month.values()))
                .anyMatch(name -> name.name().toLowerCase(Locale.ROOT).startsWith(lower));
    }

    /** Null if it is not a zone. Hours and minutes as in {@code -7:00}, {@code +0530}, {@code -7} or {@code GMT+2}. */
    static @Nullable ZoneId find(String text) {
        var abbreviation = ABBREVIATIONS.get(text.toUpperCase(Locale.ROOT));
        if (abbreviation != null) {
            return abbreviation;
        }
        var offset = OFFSET.matcher(text);
        if (offset.matches()) {
            return offset(offset.group(1), offset.group(2), offset.group(3));
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static @Nullable ZoneId offset(String sign, String hours, @Nullable String minutes) {
        int hour = Integer.parseInt(hours);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        // Without a sign it may as well be a number of something else, unless it is zero.
        if (hour > MAX_HOURS || minute > 59 || (sign.isEmpty() && hour + minute != 0)) {
            return null;
        }
        int total = hour * 60 + minute;
        return total > MAX_HOURS * 60 ? null : ZoneOffset.ofTotalSeconds((sign.equals("+") ? 60 : -60) * total);
    }
}
