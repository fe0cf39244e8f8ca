package io.gangway.bench.mapping;

import java.util.List;

/** Makes records of a sender's payload. */
interface Binding {
    /** One record for each event, in the payload's order. */
    List<?> bind(byte[] json);
}
