package io.gangway.mapping;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Operation;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Run;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an instant in UTC of a sender's time. A time without a zone is never guessed. */
record TimeStep(
        FieldPath field,
        List<FieldPath> from,
        List<TimeFormat> formats,
        @Nullable ZoneId zone,
        @Nullable FieldPath zoneFrom)
        implements Operation {
    static final String OPERATION = "time";

    private static final int LENGTH = 100;
    private static final int READING = 50;
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static @Nullable TimeStep compile(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.has("from") ? spec.paths("from") : field == null ? List.<FieldPath>of() : List.of(field);
        var zone = zone(spec);
        var zoneFrom = spec.optionalPath("zoneFrom");
        var formats = formats(spec, spec.has("zone") || spec.has("zoneFrom"));
        if (spec.has("zone") && spec.has("zoneFrom")) {
            spec.fault("invalid-member", "zoneFrom", "Both 'zone' and 'zoneFrom' are given. Keep one.");
        }
        spec.refuseOthers("field", "from", "formats", "zone", "zoneFrom");
        return field == null ? null : new TimeStep(field, from, formats, zone, zoneFrom);
    }

    private static List<TimeFormat> formats(SpecObject spec, boolean zoneGiven) {
        var formats = new ArrayList<TimeFormat>();
        for (var name : spec.has("formats") ? spec.texts("formats") : List.of("iso")) {
            try {
                var format = TimeFormat.of(name);
                formats.add(format);
                if (!zoneGiven && !format.tellsZone()) {
                    spec.fault(
                            "zone-missing",
                            "formats",
                            "Format '%s' has no zone. Add 'zone', as in \"Europe/Berlin\", or 'zoneFrom' with the field that has it."
                                    .formatted(name));
                }
            } catch (IllegalArgumentException noPattern) {
                spec.fault(
                        "invalid-format",
                        "formats",
                        "'%s' is no format: %s. Known are epoch-millis, epoch-seconds, iso, rfc2822 and patterns such as 'yyyyMMdd HHmmss'."
                                .formatted(name, noPattern.getMessage()));
            }
        }
        return formats;
    }

    private static @Nullable ZoneId zone(SpecObject spec) {
        var name = spec.optionalText("zone");
        if (name == null) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            spec.fault(
                    "invalid-zone",
                    "zone",
                    "'%s' is no zone. Write a name such as 'Europe/Berlin', an offset such as '+02:00', or 'UTC'."
                            .formatted(name));
            return null;
        }
    }

    @Override
    public int apply(Run run, int root) {
        var document = run.document();
        var messages = Messages.of(document, root);
        for (int i = 0; i < messages.length; i++) {
            if (document.isObject(messages[i])) {
                read(run, document, messages[i], i);
            }
        }
        return root;
    }

    private void read(Run run, Document document, int message, int position) {
        var parts = new ArrayList<String>();
        var sources = new int[from.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = from.get(i).get(document, message);
            var part = Scalar.textOf(document, sources[i]);
            if (part != null) {
                parts.add(part);
            }
        }
        if (parts.size() < from.size()) {
            // An earlier step may have filled the field from something else.
            return;
        }
        field.remove(document, message);
        var text = String.join(" ", parts);
        var reading = readingOf(document, text);
        if (reading.isEmpty()) {
            run.fault(
                    "invalid-time",
                    field.in(Pointer.ROOT.child(position)).toString(),
                    "'%s' for field '%s' is in none of the formats of the mapping. Add its format, or have it sent in one of them."
                            .formatted(shown(text), field));
            return;
        }
        var where = zoneOf(document, reading.get(), message);
        if (where.isEmpty()) {
            run.fault(
                    "zone-missing",
                    field.in(Pointer.ROOT.child(position)).toString(),
                    "'%s' for field '%s' has no zone. Add 'zone' or 'zoneFrom' to the step, or have the offset sent."
                            .formatted(shown(text), field));
            return;
        }
        var instant = reading.get().local().atZone(where.get()).toInstant();
        if (!isPlausible(instant)) {
            run.fault(
                    "invalid-time",
                    field.in(Pointer.ROOT.child(position)).toString(),
                    "'%s' for field '%s' would be %s. Check seconds against milliseconds in the formats of the mapping."
                            .formatted(shown(text), field, instant));
            return;
        }
        field.put(run, message, document.newText(instant.toString()), sources);
    }

    private Optional<TimeFormat.Reading> readingOf(Document document, String text) {
        if (text.length() > LENGTH) {
            return Optional.empty();
        }
        for (var format : formats) {
            // Java takes some microseconds to find out that a text is in another format.
            document.countVisits(READING);
            var reading = format.read(text);
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private Optional<ZoneId> zoneOf(Document document, TimeFormat.Reading reading, int message) {
        if (reading.zone() != null) {
            return Optional.of(reading.zone());
        }
        if (zoneFrom == null) {
            return Optional.ofNullable(zone);
        }
        var name = Scalar.textOf(document, zoneFrom.get(document, message));
        try {
            return name == null ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static String shown(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }

    /** Whether a shipment can have seen it; a clock that was never set says 1970. */
    static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
