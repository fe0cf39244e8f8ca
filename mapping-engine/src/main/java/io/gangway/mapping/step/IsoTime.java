package io.gangway.mapping.step;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads the usual forms of ISO 8601 faster than the JDK's formatter, to which it leaves what it does not know. */
public final class IsoTime {
    private static final int WRONG = -1;
    private static final int NANO_DIGITS = 9;

    /** Where date, minutes and seconds end. */
    private static final int DATE = 10;

    private static final int MINUTES = 16;
    private static final int SECONDS = 19;

    private final String text;
    private int at;

    private IsoTime(String text) {
        this.text = text;
    }

    /** An instant as {@link Instant#toString} writes it; null if the text has another form, or is wrong. */
    public static @Nullable Instant instant(String text) {
        int last = text.length() - 1;
        if (last < SECONDS
                || text.charAt(DATE) != 'T'
                || text.charAt(MINUTES) != ':'
                || text.charAt(last) != 'Z'
                || !isDigit(text.charAt(last - 1))) {
            return null;
        }
        var reading = read(text);
        return reading == null ? null : reading.local().toInstant(ZoneOffset.UTC);
    }

    /** Null if the text has another form, or is wrong. */
    static TimeFormat.@Nullable Reading read(String text) {
        return new IsoTime(text).read();
    }

    private TimeFormat.@Nullable Reading read() {
        int year = number(4);
        boolean dashes = take('-');
        int month = number(2);
        dashes &= take('-');
        int day = number(2);
        if (!dashes
                || year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        if (at == text.length()) {
            return new TimeFormat.Reading(LocalDateTime.of(year, month, day, 0, 0), null, true);
        }
        if (!take('T') && !take(' ')) {
            return null;
        }
        int hour = number(2);
        boolean colon = take(':');
        int minute = number(2);
        int second = 0;
        int nano = 0;
        if (take(':')) {
            second = number(2);
            nano = take('.') ? fraction() : 0;
        }
        if (!colon || isNot(hour, 23) || isNot(minute, 59) || isNot(second, 59) || nano == WRONG) {
            return null;
        }
        var local = LocalDateTime.of(year, month, day, hour, minute, second, nano);
        if (at == text.length()) {
            return new TimeFormat.Reading(local, null);
        }
        var offset = offset();
        return offset == null ? null : new TimeFormat.Reading(local, offset);
    }

    private @Nullable ZoneOffset offset() {
        take(' ');
        if (take('Z')) {
            return at == text.length() ? ZoneOffset.UTC : null;
        }
        int sign = take('+') ? 1 : take('-') ? -1 : 0;
        int hours = number(2);
        boolean minutesFollow = at < text.length();
        if (minutesFollow) {
            take(':');
        }
        int minutes = minutesFollow ? number(2) : 0;
        if (sign == 0 || isNot(hours, 17) || isNot(minutes, 59) || at != text.length()) {
            return null;
        }
        return ZoneOffset.ofTotalSeconds(sign * (3600 * hours + 60 * minutes));
    }

    private static boolean isNot(int number, int most) {
        return number == WRONG || number > most;
    }

    private int fraction() {
        int start = at;
        int nanos = 0;
        while (at < text.length() && at - start < NANO_DIGITS && isDigit(text.charAt(at))) {
            nanos = 10 * nanos + text.charAt(at++) - '0';
        }
        if (at == start) {
            return WRONG;
        }
        for (int digits = at - start; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int number(int digits) {
        if (at + digits > text.length()) {
            at = text.length();
            return WRONG;
        }
        int number = 0;
        for (int end = at + digits; at < end; at++) {
            if (!isDigit(text.charAt(at))) {
                return WRONG;
            }
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private boolean take(char character) {
        if (at < text.length() && text.charAt(at) == character) {
            at++;
            return true;
        }
        return false;
    }
}
