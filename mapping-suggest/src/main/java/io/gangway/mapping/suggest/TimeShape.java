package io.gangway.mapping.suggest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How the times at a place are written.
 *
 * @param formats as the operation {@code time} takes them; together they read every value
 * @param offset whether every value says its offset
 * @param clock whether some value says a time of day
 * @param ambiguous whether day and month could be the other way round
 */
record TimeShape(List<String> formats, boolean offset, boolean clock, boolean ambiguous) {
    private static final List<String> PATTERNS = List.of(
            "yyyyMMdd HHmmss",
            "yyyyMMdd HHmm",
            "yyyyMMddHHmmss",
            "yyyyMMddHHmm",
            "yyyyMMdd HH:mm:ss",
            "yyyyMMdd HH:mm",
            "yyyyMMdd",
            "dd.MM.yyyy HH:mm:ss",
            "dd.MM.yyyy HH:mm",
            "dd.MM.yyyy",
            "d.M.yyyy HH:mm",
            "d.M.yyyy",
            "dd-MM-yyyy HH:mm:ss",
            "dd-MM-yyyy HH:mm",
            "dd-MM-yyyy",
            "dd/MM/yyyy HH:mm:ss",
            "dd/MM/yyyy HH:mm",
            "dd/MM/yyyy",
            "MM/dd/yyyy HH:mm:ss",
            "MM/dd/yyyy HH:mm",
            "MM/dd/yyyy",
            "yyyy/MM/dd HH:mm:ss",
            "yyyy/MM/dd HH:mm",
            "yyyy/MM/dd",
            "yyyy-MM-dd HHmmss",
            "yyyy-MM-dd HHmm");
    private static final Map<String, DateTimeFormatter> FORMATTERS = formatters();
    private static final Pattern SECONDS = Pattern.compile("[0-9]{10}(\\.[0-9]{1,9})?");
    private static final Pattern MILLIS = Pattern.compile("[0-9]{13}");
    private static final Pattern MAYBE = Pattern.compile("[A-Za-z]{0,3},? ?[0-9].{5,60}");
    private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final int FORMATS = 3;

    /** Empty if there are no values, or not all of them are times in at most three formats. */
    static Optional<TimeShape> of(List<String> texts) {
        if (texts.isEmpty() || !texts.stream().allMatch(MAYBE.asMatchPredicate())) {
            return Optional.empty();
        }
        var formats = new ArrayList<String>();
        List<String> left = texts;
        while (!left.isEmpty() && formats.size() < FORMATS) {
            var format = first(left.getFirst(), left);
            if (format.isEmpty()) {
                return Optional.empty();
            }
            formats.add(format.get());
            left = left.stream().filter(reads(format.get()).negate()).toList();
        }
        if (!left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TimeShape(
                List.copyOf(formats),
                texts.stream().allMatch(text -> tells(text, formats, Part.OFFSET)),
                texts.stream().anyMatch(text -> tells(text, formats, Part.CLOCK)),
                formats.stream().anyMatch(format -> ambiguous(format, texts))));
    }

    /** Whether every value is an instant already, as canonical messages write them. */
    static boolean areInstants(List<String> texts) {
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> {
                    try {
                        Instant.parse(text);
                        return true;
                    } catch (DateTimeException otherwise) {
                        return false;
                    }
                });
    }

    /** Of the formats that read the first text the one that reads most of all. */
    private static Optional<String> first(String text, List<String> all) {
        var reading = new ArrayList<String>();
        FORMATTERS.keySet().stream().filter(format -> reads(format).test(text)).forEach(reading::add);
        return reading.stream()
                .max((one, other) -> Long.compare(
                        all.stream().filter(reads(one)).count(),
                        all.stream().filter(reads(other)).count()));
    }

    private static Predicate<String> reads(String format) {
        return switch (format) {
            case "epoch-seconds" -> text -> SECONDS.matcher(text).matches() && plausible(text.substring(0, 10));
            case "epoch-millis" -> text -> MILLIS.matcher(text).matches() && plausible(text.substring(0, 10));
            default -> text -> parsed(format, text).isPresent();
        };
    }

    private static boolean plausible(String seconds) {
        long second = Long.parseLong(seconds);
        return second >= EARLIEST && second <= LATEST;
    }

    private static Optional<TemporalAccessor> parsed(String format, String text) {
        var formatter = FORMATTERS.get(format);
        try {
            return formatter == null
                    ? Optional.empty()
                    : Optional.of(formatter.parse(text))
                            .filter(parsed -> parsed.query(TemporalQueries.localDate()) != null);
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }

    private enum Part {
        OFFSET,
        CLOCK
    }

    private static boolean tells(String text, List<String> formats, Part part) {
        return formats.stream().anyMatch(format -> {
            if (format.startsWith("epoch")) {
                return reads(format).test(text);
            }
            return parsed(format, text)
                    .map(parsed -> part == Part.OFFSET
                            ? parsed.query(TemporalQueries.zone()) != null
                            : parsed.query(TemporalQueries.localTime()) != null)
                    .orElse(false);
        });
    }

    private static boolean ambiguous(String format, List<String> texts) {
        var other = format.startsWith("dd/MM") ? format.replace("dd/MM", "MM/dd") : format;
        return !other.equals(format)
                && texts.stream()
                        .allMatch(text ->
                                !reads(format).test(text) || reads(other).test(text));
    }

    private static Map<String, DateTimeFormatter> formatters() {
        var formatters = new LinkedHashMap<String, DateTimeFormatter>();
        formatters.put(
                "iso",
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .append(DateTimeFormatter.ISO_LOCAL_DATE)
                        .optionalStart()
                        .appendPattern("['T'][' ']")
                        .append(DateTimeFormatter.ISO_LOCAL_TIME)
                        .appendPattern("[' ']")
                        .appendPattern("[XXX][XX][X]")
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT));
        formatters.put("rfc2822", DateTimeFormatter.RFC_1123_DATE_TIME);
        for (var pattern : PATTERNS) {
            formatters.put(
                    pattern,
                    new DateTimeFormatterBuilder()
                            .appendPattern(pattern)
                            .parseDefaulting(ChronoField.ERA, 1)
                            .toFormatter(Locale.ENGLISH)
                            .withResolverStyle(ResolverStyle.STRICT));
        }
        // Read without a formatter.
        var all = new LinkedHashMap<String, DateTimeFormatter>();
        all.put("epoch-millis", DateTimeFormatter.ISO_INSTANT);
        all.put("epoch-seconds", DateTimeFormatter.ISO_INSTANT);
        all.putAll(formatters);
        return java.util.Collections.unmodifiableMap(all);
    }
}
