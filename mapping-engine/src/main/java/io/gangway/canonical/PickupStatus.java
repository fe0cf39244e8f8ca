package io.gangway.canonical;

/** How a pickup fares. */
public enum PickupStatus {
    REQUESTED,
    CONFIRMED,
    COLLECTED,
    MISSED,
    CANCELLED
}
