package io.gangway.portal.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.time.DateTimeException;
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

/** A time in the reader's zone, as the reader's locale writes it; UTC on hover. Relative in lists. */
public class Moment extends Span {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moment(String text, Instant instant) {
        super(text);
        addClassName("moment");
        setTitle(UTC.format(instant));
        getElement().setAttribute("data-instant", instant.toString());
    }

    /** Such as "12 min ago"; empty for null. */
    public static Span relative(@Nullable Instant instant, Instant now) {
        return instant == null ? new Span() : new Moment(relativeText(instant, now), instant);
    }

    /** Such as "23 Nov 2026, 09:41:07 CET"; empty for null. */
    public static Span absoluteOf(@Nullable Instant instant) {
        return instant == null ? new Span() : new Moment(absolute(instant), instant);
    }

    /** The day alone: of the time, or the day that was named without one; empty if there is neither. */
    public static Span day(@Nullable Instant instant, @Nullable LocalDate day) {
        if (instant != null) {
            return new Moment(date(instant.atZone(zone())), instant);
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
                .format(instant.atZone(zone()));
    }

    private static String absolute(Instant instant) {
        var time = instant.atZone(zone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(time)
                + " "
                + DateTimeFormatter.ofPattern("z", Locale.ENGLISH).format(time);
    }

    /** The browser's; UTC where it does not say. */
    private static ZoneId zone() {
        var ui = UI.getCurrent();
        var details = ui == null ? null : ui.getPage().getExtendedClientDetails();
        var name = details == null ? null : details.getTimeZoneId();
        try {
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** That of the browser: the portal's texts are English, but nobody should have to guess whether 3/4 is in March. */
    private static Locale locale() {
        var session = VaadinSession.getCurrent();
        var locale = session == null ? null : session.getBrowser().getLocale();
        return locale == null ? Locale.UK : locale;
    }
}
