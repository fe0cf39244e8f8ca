package io.gangway.portal.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A time: relative in lists, absolute with its zone on hover and in details. */
public class Moment extends Span {
    private Moment(String text, Instant instant) {
        super(text);
        addClassName("moment");
        setTitle(absolute(instant));
        getElement().setAttribute("data-instant", instant.toString());
    }

    /** Such as "12 min ago"; empty for null. */
    public static Span relative(@Nullable Instant instant, Instant now) {
        return instant == null ? new Span() : new Moment(relativeText(instant, now), instant);
    }

    /** Such as "23 Nov 2026, 09:41:07 UTC"; empty for null. */
    public static Span absoluteOf(@Nullable Instant instant) {
        return instant == null ? new Span() : new Moment(absolute(instant), instant);
    }

    /** The day alone: of the time, or the day that was named without one; empty if there is neither. */
    public static Span day(@Nullable Instant instant, @Nullable LocalDate day) {
        if (instant != null) {
            return new Moment(date(instant.atZone(ZoneOffset.UTC)), instant);
        }
        return day == null ? new Span() : new Span(date(day));
    }

    private static String date(TemporalAccessor day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    static String relativeText(Instant instant, Instant now) {
        var elapsed = Duration.between(instant, now);
        if (elapsed.isNegative()) {
            return absolute(instant);
        }
        if (elapsed.toSeconds() < 60) {
            return "just now";
        }
        if (elapsed.toMinutes() < 60) {
            return elapsed.toMinutes() + " min ago";
        }
        if (elapsed.toHours() < 24) {
            return elapsed.toHours() + " h ago";
        }
        if (elapsed.toDays() < 7) {
            return elapsed.toDays() == 1 ? "yesterday" : elapsed.toDays() + " days ago";
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(instant.atZone(ZoneOffset.UTC));
    }

    private static String absolute(Instant instant) {
        ZoneId zone = ZoneOffset.UTC;
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", locale()).format(instant.atZone(zone)) + " UTC";
    }

    private static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}
