package io.gangway.visibility;

import io.gangway.kernel.TenantId;

/** Who is looking, and so which shipments there are. */
public sealed interface Viewer {
    /** Sees what is its own. */
    record Customer(TenantId tenant) implements Viewer {}

    /** Sees what it told of, claimed or not. */
    record Partner(TenantId tenant) implements Viewer {}

    /** Sees everything; the caller has made sure that it is one. */
    record Operator() implements Viewer {}
}
