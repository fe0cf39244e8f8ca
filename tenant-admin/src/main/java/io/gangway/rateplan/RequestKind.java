package io.gangway.rateplan;

/** What is counted by itself. */
public enum RequestKind {
    /** Calls of {@code /v1}; the subject is a key or a client. */
    API,
    /** Webhooks; the subject is an endpoint. */
    WEBHOOK
}
