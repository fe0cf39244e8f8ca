package io.gangway.registry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.mapping.MappingCompiler;
import io.gangway.partner.ConnectionId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Compiled mappings for the runtime: compiled once for each change of a connection, run many times. */
@Service
public class ActiveMappings {
    private final LoadingCache<Key, Optional<ActiveMapping>> compiled;

    ActiveMappings(CrossTenantDatabase database, MappingCompiler compiler) {
        this.compiled = Caffeine.newBuilder().maximumSize(2_000).build(key -> load(database, compiler, key));
    }

    /** The active version as of a connection's revision; empty if none is active. */
    public Optional<ActiveMapping> find(TenantId tenant, ConnectionId connection, String name, int revision) {
        return compiled.get(new Key(tenant, connection, name, revision));
    }

    @CrossTenant("the runtime translates for every tenant")
    private static Optional<ActiveMapping> load(CrossTenantDatabase database, MappingCompiler compiler, Key key) {
        record Active(UUID id, String spec) {}
        return database.jdbc()
                .sql("""
                        SELECT id, spec FROM mapping_version
                        WHERE tenant_id = ? AND connection_id = ? AND name = ? AND state = 'ACTIVE'""")
                .params(key.tenant().value(), key.connection().value(), key.name())
                .query((row, number) -> new Active(row.getObject("id", UUID.class), row.getString("spec")))
                .optional()
                .map(active -> new ActiveMapping(
                        new MappingVersionId(active.id()),
                        compiler.compile(
                                active.spec(), CodeListRows.current(database.jdbc(), key.tenant(), key.connection()))));
    }

    private record Key(TenantId tenant, ConnectionId connection, String name, int revision) {}
}
