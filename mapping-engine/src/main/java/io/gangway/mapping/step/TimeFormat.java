package io.gangway.mapping.step;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to write a point in time. */
sealed interface TimeFormat {
    int PATTERN_LENGTH = 100;

    /** Empty if the text is not written this way. */
    Optional<Reading> read(String text);

    /** Whether a text of this format can say its zone. */
    boolean tellsZone();

    /** Whether a text of this format is a day without a time of day. */
    default boolean isDayAlone() {
        return false;
    }

    /** What a text says: a local time, and its zone if it names one. */
    /** @param dayAlone whether it says no time of day; {@code local} is then the day's first moment */
    record Reading(LocalDateTime local, @Nullable ZoneId zone, boolean dayAlone) {
        Reading(LocalDateTime local, @Nullable ZoneId zone) {
            this(local, zone, false);
        }
    }

    /** Throws {@link IllegalArgumentException} if {@code name} is neither a known name nor a pattern. */
    static TimeFormat of(String name) {
        return switch (name) {
            case "iso" -> new Iso(isoFormatter());
            case "rfc2822" -> new Text(DateTimeFormatter.RFC_1123_DATE_TIME);
            case "epoch-seconds" -> new Epoch(0);
            case "epoch-millis" -> new Epoch(3);
            default -> new Pattern(name);
        };
    }

    static DateTimeFormatter isoFormatter() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendPattern("[' ']")
                .appendPattern("[XXX][XX][X]")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A date alone is its first moment. */
    private static Optional<Reading> read(DateTimeFormatter formatter, String text) {
        TemporalAccessor parsed;
        try {
            parsed = formatter.parse(text);
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
        var date = parsed.query(TemporalQueries.localDate());
        var time = parsed.query(TemporalQueries.localTime());
        if (date == null) {
            return Optional.empty();
        }
        return Optional.of(new Reading(atTime(date, time), parsed.query(TemporalQueries.zone()), time == null));
    }

    private static LocalDateTime atTime(LocalDate date, java.time.@Nullable LocalTime time) {
        return time == null ? date.atStartOfDay() : date.atTime(time);
    }

    /** ISO 8601 as senders write it; the formatter reads what is unusual. */
    record Iso(DateTimeFormatter formatter) implements TimeFormat {
        @Override
        public Optional<Reading> read(String text) {
            var usual = IsoTime.read(text);
            return usual != null ? Optional.of(usual) : TimeFormat.read(formatter, text);
        }

        @Override
        public boolean tellsZone() {
            return true;
        }
    }

    /** A format of the JDK that may name a zone. */
    record Text(DateTimeFormatter formatter) implements TimeFormat {
        @Override
        public Optional<Reading> read(String text) {
            return TimeFormat.read(formatter, text);
        }

        @Override
        public boolean tellsZone() {
            return true;
        }
    }

    /** Time since 1970 in units of 10^-{@code scale} seconds. */
    record Epoch(int scale) implements TimeFormat {
        private static final int LENGTH = 30;

        @Override
        public Optional<Reading> read(String text) {
            if (text.length() > LENGTH || !text.chars().allMatch(c -> c == '-' || c == '.' || Character.isDigit(c))) {
                return Optional.empty();
            }
            try {
                var nanos = new BigDecimal(text)
                        .movePointRight(9 - scale)
                        .toBigInteger()
                        .divideAndRemainder(java.math.BigInteger.valueOf(1_000_000_000));
                var instant = Instant.ofEpochSecond(nanos[0].longValueExact(), nanos[1].longValueExact());
                return Optional.of(new Reading(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC));
            } catch (NumberFormatException otherwise) {
                return Optional.empty();
            } catch (ArithmeticException | DateTimeException outOfRange) {
                return Optional.empty();
            }
        }

        @Override
        public boolean tellsZone() {
            return true;
        }
    }

    /**
     * A pattern of {@code java.time}, read strictly: 31 April is not a date.
     *
     * @param abbreviatesZone whether texts have a zone's abbreviation, which Java would guess at
     */
    record Pattern(DateTimeFormatter formatter, boolean tellsZone, boolean abbreviatesZone, boolean isDayAlone)
            implements TimeFormat {
        private static final java.util.regex.Pattern WORD =
                java.util.regex.Pattern.compile("(?<![A-Za-z])[A-Za-z]{3,5}(?![A-Za-z])");

        Pattern(String pattern) {
            this(
                    formatterOf(pattern),
                    names(pattern, "VvzOXxZ"),
                    names(pattern, "z"),
                    !TimePattern.of(pattern).has(TimePattern.TIMES));
        }

        @Override
        public Optional<Reading> read(String text) {
            var reading = TimeFormat.read(formatter, text);
            return abbreviatesZone ? reading.flatMap(read -> inStatedZone(read, text)) : reading;
        }

        /** Empty if the abbreviation means several zones, as IST and BST do. EST is five hours behind in summer too. */
        private static Optional<Reading> inStatedZone(Reading read, String text) {
            var words = WORD.matcher(text);
            while (words.find()) {
                var word = words.group();
                if (!ZoneNames.isDayOrMonth(word)) {
                    return Optional.ofNullable(ZoneNames.find(word)).map(zone -> new Reading(read.local(), zone));
                }
            }
            return Optional.of(read);
        }

        /** Throws {@link IllegalArgumentException} if it is none. */
        static DateTimeFormatter formatterOf(String pattern) {
            if (pattern.length() > PATTERN_LENGTH) {
                throw new IllegalArgumentException("longer than %d characters".formatted(PATTERN_LENGTH));
            }
            try {
                return formatter(pattern);
            } catch (ClassCastException unforeseen) {
                // What java.time says to a padded number beside others, as in 'ppppYn'.
                throw new IllegalArgumentException("a padded number is next to another one", unforeseen);
            }
        }

        private static DateTimeFormatter formatter(String pattern) {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    // So that 'yyyy', the year of an era, does as everybody expects.
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        }

        private static boolean names(String pattern, String letters) {
            var unquoted = pattern.replaceAll("'[^']*'", "");
            return unquoted.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
        }
    }
}
