package io.gangway.local.feed;

/** What the feeder sends: as a sender to the webhook door, or as a shipper to the API. */
sealed interface Posting {
    record Webhook(String sender, String body) implements Posting {}

    /**
     * Makes the parcel the shipper's.
     *
     * @param shipper counted from 0
     */
    record Order(int shipper, String reference, String trackingNumber) implements Posting {}
}
