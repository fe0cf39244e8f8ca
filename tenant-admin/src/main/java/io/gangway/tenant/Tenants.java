package io.gangway.tenant;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Organizations. */
@Service
public class Tenants {
    private final TenantRepository repository;
    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final Identifiers identifiers;
    private final Clock clock;

    Tenants(
            TenantRepository repository,
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            Identifiers identifiers,
            Clock clock) {
        this.repository = repository;
        this.database = database;
        this.everyTenant = everyTenant;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Registers an organization; its slug follows from its name. */
    public Tenant register(TenantKind kind, String name) {
        var tenant = new Tenant(new TenantId(identifiers.next()), kind, name.strip(), slugOf(name), clock.instant());
        return database.write(
                tenant.id(), () -> repository.save(new TenantEntity(tenant)).toRecord());
    }

    public Optional<Tenant> find(TenantId tenant) {
        return database.read(tenant, () -> repository.findById(tenant.value()).map(TenantEntity::toRecord));
    }

    /** All organizations of a kind, by name. */
    @CrossTenant("operators see every organization")
    public List<Tenant> ofKind(TenantKind kind) {
        return everyTenant
                .jdbc()
                .sql("SELECT tenant_id, kind, name, slug, created_at FROM tenant WHERE kind = ? ORDER BY name")
                .param(kind.name())
                .query((row, number) -> new Tenant(
                        new TenantId(row.getObject("tenant_id", java.util.UUID.class)),
                        TenantKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("slug"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    private static String slugOf(String name) {
        var slug = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            throw new IllegalArgumentException(
                    "The name '%s' has no letter or digit from which an address could be made.".formatted(name));
        }
        return slug;
    }
}
