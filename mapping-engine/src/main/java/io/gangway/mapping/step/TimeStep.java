package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an instant in UTC of a sender's time, or of an instant the time that a partner wants.
 *
 * @param dayField gets what is a day without a time of day; if null, that is the day's first moment
 */
record TimeStep(
        FieldPath field,
        @Nullable FieldPath dayField,
        List<FieldPath> from,
        List<TimeFormat> formats,
        ZoneSource zones,
        TimeOutput to)
        implements MessageStep {
    private static final int LENGTH = 100;
    private static final int READING = 50;
    private static final String KNOWN =
            "Known are epoch-millis, epoch-seconds, iso, rfc2822 and patterns such as 'yyyyMMdd HHmmss'; other letters of the text go in quotes, as in yyyy-MM-dd'T'HH:mm.";
    private static final Set<String> UTC = Set.of("UTC", "Z", "GMT", "Etc/UTC", "Etc/GMT", "+00:00");

    static @Nullable TimeStep compile(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.has("from") ? spec.paths("from") : field == null ? List.<FieldPath>of() : List.of(field);
        var zones = ZoneSource.of(spec);
        boolean zoneGiven = spec.has("zone") || !zones.isEmpty();
        var dayField = spec.optionalPath("dayField");
        var formats = formats(spec, zoneGiven, dayField != null);
        var to = output(spec, zoneGiven);
        spec.refuseOthers("field", "dayField", "from", "formats", "zone", "zoneFrom", "zoneFromPlace", "to");
        return field == null ? null : new TimeStep(field, dayField, from, formats, zones, to);
    }

    private static List<TimeFormat> formats(SpecObject spec, boolean zoneGiven, boolean daysApart) {
        var formats = new ArrayList<TimeFormat>();
        for (var name : spec.has("formats") ? spec.texts("formats") : List.of("iso")) {
            try {
                var format = TimeFormat.of(name);
                formats.add(format);
                var slips = format instanceof TimeFormat.Pattern
                        ? TimePatternSlips.ofReading(name, isUtc(spec))
                        : Optional.<String>empty();
                if (slips.isPresent()) {
                    addSlips(spec, "formats", name, slips.get());
                } else if (!zoneGiven && !format.tellsZone() && !(daysApart && format.isDayAlone())) {
                    addZoneMissing(spec, "formats", name);
                }
            } catch (IllegalArgumentException noPattern) {
                addInvalidFormat(spec, "formats", name, noPattern);
            }
        }
        return formats;
    }

    /** Whether local times are in UTC, in all messages. */
    private static boolean isUtc(SpecObject spec) {
        return !spec.has("zoneFrom")
                && !spec.has("zoneFromPlace")
                && spec.value("zone") instanceof String zone
                && UTC.contains(zone);
    }

    private static TimeOutput output(SpecObject spec, boolean zoneGiven) {
        var name = spec.optionalText("to");
        if (name == null) {
            return new TimeOutput.Canonical();
        }
        try {
            var output = TimeOutput.of(name);
            var slips = output.needsZone() ? TimePatternSlips.ofWriting(name, isUtc(spec)) : Optional.<String>empty();
            if (slips.isPresent()) {
                addSlips(spec, "to", name, slips.get());
            } else if (!zoneGiven && output.needsZone()) {
                addZoneMissing(spec, "to", name);
            }
            return output;
        } catch (IllegalArgumentException noPattern) {
            addInvalidFormat(spec, "to", name, noPattern);
            return new TimeOutput.Canonical();
        }
    }

    /** Of a pattern that would read or write something else than it seems to. */
    private static void addSlips(SpecObject spec, String member, String format, String slips) {
        spec.fault("invalid-format", member, "Format '%s': %s".formatted(Scalar.shown(format), slips));
    }

    private static void addZoneMissing(SpecObject spec, String member, String format) {
        spec.fault(
                "zone-missing",
                member,
                "Format '%s' has no zone. Add 'zone', as in \"Europe/Berlin\", 'zoneFrom' with the field that has it, or 'zoneFromPlace' with the place."
                        .formatted(Scalar.shown(format)));
    }

    private static void addInvalidFormat(SpecObject spec, String member, String format, Exception cause) {
        var meant = ForeignTimePatterns.named(format)
                .or(() -> ForeignTimePatterns.find(format)
                        .map(TimePatternSlips::corrected)
                        .filter(pattern -> TimePatternSlips.reads(pattern, true)));
        spec.fault(
                "invalid-format",
                member,
                "'%s' is not a format: %s. %s"
                        .formatted(
                                Scalar.shown(format),
                                cause.getMessage(),
                                meant.map("Did you mean '%s'?"::formatted).orElse(KNOWN)));
    }

    @Override
    public void work(Run run, int message, Position at) {
        var sources = new int[from.size()];
        var text = text(run, message, sources);
        if (text == null) {
            // An earlier step may have filled the field from something else.
            return;
        }
        var reading = text.length() > LENGTH ? null : reading(run.document(), text);
        if (reading == null) {
            field.putFault(
                    run,
                    message,
                    at,
                    "invalid-time",
                    "'%s' for field '%s' is in none of the formats of the mapping. Add its format, or have it sent in one of them."
                            .formatted(Scalar.shown(text), field),
                    sources);
            return;
        }
        if (dayField != null && reading.dayAlone()) {
            putDay(run, message, dayField, text, reading.local().toLocalDate(), at, sources);
            return;
        }
        boolean zoneWanted = reading.zone() == null || to.needsZone();
        var stated = zoneWanted || !(to instanceof TimeOutput.Canonical) ? zones.find(run, message) : null;
        var zone = reading.zone() != null ? reading.zone() : stated;
        if (zone == null || (zoneWanted && stated == null)) {
            field.putFault(
                    run,
                    message,
                    at,
                    "zone-missing",
                    "'%s' for field '%s' has no zone. %s"
                            .formatted(Scalar.shown(text), field, zones.whyNone(run, message)),
                    sources);
            return;
        }
        putTime(run, message, text, reading.local().atZone(zone).toInstant(), stated, at, sources);
    }

    private static void putDay(
            Run run, int message, FieldPath field, String text, LocalDate day, Position at, int[] sources) {
        if (PlausibleInstants.contains(day.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            field.put(run, message, run.document().newText(day.toString()), sources);
        } else {
            putImplausible(run, message, field, text, day, at, sources);
        }
    }

    private static void putImplausible(
            Run run, int message, FieldPath field, String text, Object read, Position at, int[] sources) {
        field.putFault(
                run,
                message,
                at,
                "invalid-time",
                "'%s' for field '%s' would be %s, which is not between 2000 and 2100. Check seconds against milliseconds in the formats of the mapping."
                        .formatted(Scalar.shown(text), field, read),
                sources);
    }

    private void putTime(
            Run run, int message, String text, Instant instant, @Nullable ZoneId zone, Position at, int[] sources) {
        if (!PlausibleInstants.contains(instant)) {
            putImplausible(run, message, field, text, instant, at, sources);
            return;
        }
        int value;
        try {
            value = to.node(run.document(), instant, zone);
        } catch (DateTimeException unwritable) {
            field.putFault(
                    run,
                    message,
                    at,
                    "invalid-time",
                    "'%s' for field '%s' can't be written in the format of 'to'. Use letters that a time with a zone has."
                            .formatted(Scalar.shown(text), field),
                    sources);
            return;
        }
        field.put(run, message, value, sources);
    }

    /** Null if a part is missing, or if it is what a sender's database has for none. */
    private @Nullable String text(Run run, int message, int[] sources) {
        var text = "";
        for (int i = 0; i < sources.length; i++) {
            sources[i] = from.get(i).get(run.document(), message);
            var part = Scalar.textOf(run.document(), sources[i]);
            if (part == null) {
                return null;
            }
            text = i == 0 ? part : text + " " + part;
        }
        return text.isEmpty() || isUnset(text) ? null : text;
    }

    /** The zero of an epoch, MySQL's zero date, and the first day that .NET knows. */
    private static boolean isUnset(String text) {
        return text.equals("0")
                || (text.startsWith("0000-00-00") && text.chars().allMatch(c -> "0-: T.Z".indexOf(c) >= 0))
                || text.startsWith("0001-01-01T00:00:00");
    }

    /** The first that is plausible, so that seconds are told from milliseconds; else the first. */
    private TimeFormat.@Nullable Reading reading(Document document, String text) {
        TimeFormat.Reading implausible = null;
        for (var format : formats) {
            // Java takes some microseconds to find out that a text is in another format.
            document.countVisits(READING);
            var reading = format.read(text);
            if (reading.isPresent()) {
                if (isPlausible(reading.get())) {
                    return reading.get();
                }
                implausible = implausible == null ? reading.get() : implausible;
            }
        }
        return implausible;
    }

    private static boolean isPlausible(TimeFormat.Reading reading) {
        return PlausibleInstants.contains(reading.local().toInstant(ZoneOffset.UTC));
    }
}
