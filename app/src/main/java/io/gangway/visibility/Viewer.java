package io.gangway.visibility;

import io.gangway.kernel.TenantId;

/** Who is looking, and so which shipments there are. */
public sealed interface Viewer {
    /** The role that may look so. */
    String role();

    /** Sees what is its own. */
    record Customer(TenantId tenant) implements Viewer {
        @Override
        public String role() {
            return "CUSTOMER";
        }
    }

    /** Sees what it told of, claimed or not. */
    record Partner(TenantId tenant) implements Viewer {
        @Override
        public String role() {
            return "PARTNER";
        }
    }

    /** Sees everything. */
    record Operator() implements Viewer {
        @Override
        public String role() {
            return "OPERATOR";
        }
    }
}
