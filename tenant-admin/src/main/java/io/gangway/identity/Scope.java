package io.gangway.identity;

import java.util.Arrays;
import java.util.Optional;

/** What a machine may do through the API; the same words in API keys and in OAuth tokens. */
public enum Scope {
    SHIPMENTS_READ("shipments:read"),
    ORDERS_WRITE("orders:write"),
    EVENTS_READ("events:read"),
    CONNECTIONS_WRITE("connections:write");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
