package io.gangway.identity;

import io.gangway.tenant.TenantKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a machine may do through the API; the same words in API keys and in OAuth tokens. */
public enum Scope {
    SHIPMENTS_READ("shipments:read", TenantKind.CUSTOMER),
    SHIPMENTS_WRITE("shipments:write", TenantKind.CUSTOMER),
    ORDERS_WRITE("orders:write", TenantKind.CUSTOMER),
    RATES_READ("rates:read", TenantKind.CUSTOMER),
    LABELS_READ("labels:read", TenantKind.CUSTOMER),
    RETURNS_WRITE("returns:write", TenantKind.CUSTOMER),
    EVENTS_READ("events:read", TenantKind.PARTNER, TenantKind.CUSTOMER),
    SUBSCRIPTIONS_WRITE("subscriptions:write", TenantKind.PARTNER, TenantKind.CUSTOMER),
    MAPPINGS_WRITE("mappings:write", TenantKind.PARTNER),
    CONNECTIONS_WRITE("connections:write", TenantKind.PARTNER),
    ADMIN_READ("admin:read", TenantKind.PARTNER, TenantKind.CUSTOMER),
    ADMIN_WRITE("admin:write", TenantKind.PARTNER, TenantKind.CUSTOMER);

    private final String word;
    private final Set<TenantKind> kinds;

    Scope(String word, TenantKind... kinds) {
        this.word = word;
        this.kinds = Set.of(kinds);
    }

    public String word() {
        return word;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** Those that mean something for an organization of this kind. */
    public static Set<Scope> of(TenantKind kind) {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(values()).filter(scope -> scope.kinds.contains(kind)).forEach(scopes::add);
        return scopes;
    }
}
