package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a point in time is written. */
sealed interface TimeOutput {
    /** A new node; {@code zone} may be null unless {@link #needsZone}. Throws {@link DateTimeException} if it can't. */
    int node(Document document, Instant instant, @Nullable ZoneId zone);

    /** Whether it tells a local time, which is one only in some zone. */
    default boolean needsZone() {
        return false;
    }

    /** Throws {@link IllegalArgumentException} if {@code name} is neither a known name nor a pattern. */
    static TimeOutput of(String name) {
        return switch (name) {
            case "iso" -> new Text(DateTimeFormatter.ISO_OFFSET_DATE_TIME, false);
            case "rfc2822" -> new Text(DateTimeFormatter.RFC_1123_DATE_TIME, false);
            case "epoch-seconds" -> new Epoch(1000);
            case "epoch-millis" -> new Epoch(1);
            default -> {
                if (name.length() > TimeFormat.PATTERN_LENGTH) {
                    throw new IllegalArgumentException(
                            "longer than %d characters".formatted(TimeFormat.PATTERN_LENGTH));
                }
                yield new Text(DateTimeFormatter.ofPattern(name, Locale.ENGLISH), true);
            }
        };
    }

    /** ISO 8601 in UTC, as canonical messages have it. */
    record Canonical() implements TimeOutput {
        @Override
        public int node(Document document, Instant instant, @Nullable ZoneId zone) {
            return document.newText(instant.toString());
        }
    }

    /** Of the JDK's formats; in UTC if no zone is stated. */
    record Text(DateTimeFormatter formatter, boolean needsZone) implements TimeOutput {
        @Override
        public int node(Document document, Instant instant, @Nullable ZoneId zone) {
            return document.newText(formatter.format(instant.atZone(zone == null ? ZoneOffset.UTC : zone)));
        }
    }

    /** Time since 1970 in units of so many milliseconds. */
    record Epoch(int millis) implements TimeOutput {
        @Override
        public int node(Document document, Instant instant, @Nullable ZoneId zone) {
            return document.newLong(Math.floorDiv(instant.toEpochMilli(), millis));
        }
    }
}
