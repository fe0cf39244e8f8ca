package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an instant in UTC of a sender's time, or of an instant the time that a partner wants. */
record TimeStep(FieldPath field, List<FieldPath> from, List<TimeFormat> formats, ZoneSource zones, TimeOutput to)
        implements MessageStep {
    private static final int LENGTH = 100;
    private static final int READING = 50;
    private static final String KNOWN =
            "Known are epoch-millis, epoch-seconds, iso, rfc2822 and patterns such as 'yyyyMMdd HHmmss'.";

    static @Nullable TimeStep compile(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.has("from") ? spec.paths("from") : field == null ? List.<FieldPath>of() : List.of(field);
        var zones = ZoneSource.of(spec);
        boolean zoneGiven = spec.has("zone") || !zones.isEmpty();
        var formats = formats(spec, zoneGiven);
        var to = output(spec, zoneGiven);
        spec.refuseOthers("field", "from", "formats", "zone", "zoneFrom", "zoneFromPlace", "to");
        return field == null ? null : new TimeStep(field, from, formats, zones, to);
    }

    private static List<TimeFormat> formats(SpecObject spec, boolean zoneGiven) {
        var formats = new ArrayList<TimeFormat>();
        for (var name : spec.has("formats") ? spec.texts("formats") : List.of("iso")) {
            try {
                var format = TimeFormat.of(name);
                formats.add(format);
                if (!zoneGiven && !format.tellsZone()) {
                    addZoneMissing(spec, "formats", name);
                }
            } catch (IllegalArgumentException noPattern) {
                addInvalidFormat(spec, "formats", name, noPattern);
            }
        }
        return formats;
    }

    private static TimeOutput output(SpecObject spec, boolean zoneGiven) {
        var name = spec.optionalText("to");
        if (name == null) {
            return new TimeOutput.Canonical();
        }
        try {
            var output = TimeOutput.of(name);
            if (!zoneGiven && output.needsZone()) {
                addZoneMissing(spec, "to", name);
            }
            return output;
        } catch (IllegalArgumentException noPattern) {
            addInvalidFormat(spec, "to", name, noPattern);
            return new TimeOutput.Canonical();
        }
    }

    private static void addZoneMissing(SpecObject spec, String member, String format) {
        spec.fault(
                "zone-missing",
                member,
                "Format '%s' has no zone. Add 'zone', as in \"Europe/Berlin\", 'zoneFrom' with the field that has it, or 'zoneFromPlace' with the place."
                        .formatted(Scalar.shown(format)));
    }

    private static void addInvalidFormat(SpecObject spec, String member, String format, Exception cause) {
        spec.fault(
                "invalid-format",
                member,
                "'%s' is no format: %s. %s".formatted(Scalar.shown(format), cause.getMessage(), KNOWN));
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
        boolean zoneWanted = reading.zone() == null || to.needsZone();
        var stated = zoneWanted || !(to instanceof TimeOutput.Canonical) ? zones.find(run, message) : null;
        var zone = reading.zone() != null ? reading.zone() : stated;
        if (zone == null || (zoneWanted && stated == null)) {
            field.putFault(
                    run,
                    message,
                    at,
                    "zone-missing",
                    "'%s' for field '%s' has no zone. Add 'zone', 'zoneFrom' or 'zoneFromPlace' to the step, or have the offset sent."
                            .formatted(Scalar.shown(text), field),
                    sources);
            return;
        }
        put(run, message, text, reading.local().atZone(zone).toInstant(), stated, at, sources);
    }

    private void put(
            Run run, int message, String text, Instant instant, @Nullable ZoneId zone, Position at, int[] sources) {
        if (!PlausibleInstants.contains(instant)) {
            field.putFault(
                    run,
                    message,
                    at,
                    "invalid-time",
                    "'%s' for field '%s' would be %s. Check seconds against milliseconds in the formats of the mapping."
                            .formatted(Scalar.shown(text), field, instant),
                    sources);
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

    /** Null if a part is missing. */
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
        return text.isEmpty() ? null : text;
    }

    private TimeFormat.@Nullable Reading reading(Document document, String text) {
        for (var format : formats) {
            // Java takes some microseconds to find out that a text is in another format.
            document.countVisits(READING);
            var reading = format.read(text);
            if (reading.isPresent()) {
                return reading.get();
            }
        }
        return null;
    }
}
