package io.gangway.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an instant in UTC of a sender's time. A time without a zone is never guessed. */
record TimeStep(
        FieldPath field,
        List<FieldPath> from,
        List<TimeFormat> formats,
        @Nullable ZoneId zone,
        @Nullable FieldPath zoneFrom)
        implements Step {
    static final String OPERATION = "time";

    private static final int LENGTH = 100;
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
    public Object apply(Object document, Faults faults) {
        var messages = Messages.of(document);
        for (int i = 0; i < messages.size(); i++) {
            var message = Messages.asObject(messages.get(i));
            if (message != null) {
                read(message, field.in(Pointer.ROOT.child(i)), faults);
            }
        }
        return document;
    }

    private void read(Map<String, @Nullable Object> message, Pointer pointer, Faults faults) {
        var parts = new ArrayList<String>();
        for (var path : from) {
            var part = Scalar.textOf(path.get(message));
            if (part != null) {
                parts.add(part);
            }
        }
        if (parts.size() < from.size()) {
            // An earlier step may have filled the field from something else.
            return;
        }
        field.remove(message);
        var text = String.join(" ", parts);
        var reading = readingOf(text);
        if (reading.isEmpty()) {
            faults.add(
                    "invalid-time",
                    pointer.toString(),
                    "'%s' for field '%s' is in none of the formats of the mapping. Add its format, or have it sent in one of them."
                            .formatted(shown(text), field));
            return;
        }
        var where = zoneOf(reading.get(), message);
        if (where.isEmpty()) {
            faults.add(
                    "zone-missing",
                    pointer.toString(),
                    "'%s' for field '%s' has no zone. Add 'zone' or 'zoneFrom' to the step, or have the offset sent."
                            .formatted(shown(text), field));
            return;
        }
        var instant = reading.get().local().atZone(where.get()).toInstant();
        if (!isPlausible(instant)) {
            faults.add(
                    "invalid-time",
                    pointer.toString(),
                    "'%s' for field '%s' would be %s. Check seconds against milliseconds in the formats of the mapping."
                            .formatted(shown(text), field, instant));
            return;
        }
        field.put(message, instant.toString());
    }

    private Optional<TimeFormat.Reading> readingOf(String text) {
        if (text.length() > LENGTH) {
            return Optional.empty();
        }
        return formats.stream().flatMap(format -> format.read(text).stream()).findFirst();
    }

    private Optional<ZoneId> zoneOf(TimeFormat.Reading reading, Map<String, @Nullable Object> message) {
        if (reading.zone() != null) {
            return Optional.of(reading.zone());
        }
        if (zoneFrom == null) {
            return Optional.ofNullable(zone);
        }
        var name = Scalar.textOf(zoneFrom.get(message));
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
