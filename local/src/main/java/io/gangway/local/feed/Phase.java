package io.gangway.local.feed;

/** What can happen to a parcel; every sender has words of its own for it. */
enum Phase {
    ANNOUNCED,
    PICKED_UP,
    ARRIVED,
    DEPARTED,
    OUT_FOR_DELIVERY,
    ATTEMPT_FAILED,
    READY_FOR_PICKUP,
    DELIVERED,
    /** Something that the sender's documentation doesn't know either. */
    UNHEARD_OF
}
