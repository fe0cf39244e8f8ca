package io.gangway.local.feed;

import java.time.Instant;
import java.time.ZonedDateTime;

/** @param at by the carrier's clock */
record Step(Phase phase, City city, Instant at) {
    ZonedDateTime localTime() {
        return at.atZone(city.zone());
    }
}
