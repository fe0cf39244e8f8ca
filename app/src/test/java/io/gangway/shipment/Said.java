package io.gangway.shipment;

import io.gangway.canonical.Place;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TrackingEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An event as a message states it. */
final class Said {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final ShipmentStatus status;
    private String number = "1ZQA5";
    private @Nullable String account;
    private List<String> references = List.of();
    private @Nullable String id;
    private Instant occurredAt;
    private @Nullable Instant reportedAt;
    private @Nullable Reason reason;
    private String code;
    private @Nullable String text;
    private @Nullable Place place;
    private List<String> packages = List.of();
    private @Nullable Instant estimateAt;
    private @Nullable LocalDate estimateOn;
    private @Nullable String service;

    private Said(Instant occurredAt, ShipmentStatus status) {
        this.occurredAt = occurredAt;
        this.status = status;
        this.code = status.name().toLowerCase(Locale.ROOT);
    }

    /** Its code is the status in lower case. */
    static Said event(int hour, ShipmentStatus status) {
        return new Said(at(hour), status);
    }

    static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    TrackingEvent toEvent() {
        return new TrackingEvent(
                "UPS",
                number,
                account,
                references,
                id,
                occurredAt,
                reportedAt,
                status,
                reason,
                null,
                code,
                text,
                place,
                packages,
                estimateAt,
                estimateOn,
                service);
    }

    Said number(String number) {
        this.number = number;
        return this;
    }

    Said account(String account) {
        this.account = account;
        return this;
    }

    Said references(String... references) {
        this.references = List.of(references);
        return this;
    }

    Said id(@Nullable String id) {
        this.id = id;
        return this;
    }

    Said occurred(Instant occurredAt) {
        this.occurredAt = occurredAt;
        return this;
    }

    Said reported(@Nullable Instant reportedAt) {
        this.reportedAt = reportedAt;
        return this;
    }

    Said reason(@Nullable Reason reason) {
        this.reason = reason;
        return this;
    }

    Said code(String code) {
        this.code = code;
        return this;
    }

    Said text(@Nullable String text) {
        this.text = text;
        return this;
    }

    Said place(@Nullable Place place) {
        this.place = place;
        return this;
    }

    Said packages(String... packages) {
        this.packages = List.of(packages);
        return this;
    }

    Said estimate(@Nullable Instant estimateAt, @Nullable LocalDate estimateOn) {
        this.estimateAt = estimateAt;
        this.estimateOn = estimateOn;
        return this;
    }

    Said service(@Nullable String service) {
        this.service = service;
        return this;
    }

    Said city(String city) {
        return place(new Place(city, null, null, null));
    }
}
