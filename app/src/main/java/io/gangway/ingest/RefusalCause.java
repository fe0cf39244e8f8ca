package io.gangway.ingest;

import io.gangway.canonical.FaultParty;

/** Why the door turns a request away, with the status it answers and the party at fault. */
public enum RefusalCause {
    BODY_EMPTY("body-empty", 400, FaultParty.PARTNER),
    SIGNATURE_MISSING("signature-missing", 401, FaultParty.PARTNER),
    SIGNATURE_WRONG("signature-wrong", 401, FaultParty.PARTNER),
    SIGNATURE_UNREADABLE("signature-unreadable", 401, FaultParty.PARTNER),
    KEY_UNKNOWN("key-unknown", 401, FaultParty.PARTNER),
    TIMESTAMP_MISSING("timestamp-missing", 401, FaultParty.PARTNER),
    TIMESTAMP_UNREADABLE("timestamp-unreadable", 401, FaultParty.PARTNER),
    TIMESTAMP_OUTSIDE_TOLERANCE("timestamp-outside-tolerance", 401, FaultParty.PARTNER),
    MESSAGE_ID_MISSING("message-id-missing", 400, FaultParty.PARTNER),
    BODY_TOO_LARGE("body-too-large", 413, FaultParty.PARTNER),
    CHARSET_UNSUPPORTED("charset-unsupported", 415, FaultParty.PARTNER),
    CONTENT_TYPE_UNSUPPORTED("content-type-unsupported", 415, FaultParty.PARTNER),
    CONTENT_ENCODING_UNSUPPORTED("content-encoding-unsupported", 415, FaultParty.PARTNER),
    CONTENT_ENCODING_BROKEN("content-encoding-broken", 400, FaultParty.PARTNER),
    FORM_FIELD_MISSING("form-field-missing", 400, FaultParty.PARTNER),
    CHALLENGE_INVALID("challenge-invalid", 400, FaultParty.PARTNER),
    BODY_INCOMPLETE("body-incomplete", 400, FaultParty.PARTNER),
    ENDPOINT_UNKNOWN("endpoint-unknown", 404, FaultParty.PARTNER),
    TOO_MANY_FAILURES("too-many-failures", 429, FaultParty.PARTNER),
    RATE_LIMITED("rate-limited", 429, FaultParty.PARTNER),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, FaultParty.PARTNER),
    OVERLOADED("overloaded", 503, FaultParty.CAPACITY),
    STORAGE_UNAVAILABLE("storage-unavailable", 503, FaultParty.PLATFORM);

    private final String code;
    private final int status;
    private final FaultParty party;

    RefusalCause(String code, int status, FaultParty party) {
        this.code = code;
        this.status = status;
        this.party = party;
    }

    /** Stable; the last part of the problem type. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public FaultParty party() {
        return party;
    }
}
