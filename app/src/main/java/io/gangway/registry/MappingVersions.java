package io.gangway.registry;

import io.gangway.audit.AuditLog;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.mapping.MappingCompiler;
import io.gangway.partner.ConnectionId;
import io.gangway.partner.Connections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Versions of mappings and which of them is active. */
@Service
public class MappingVersions {
    private final TenantDatabase database;
    private final Connections connections;
    private final CodeListRows codeLists;
    private final MappingCompiler compiler;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;

    MappingVersions(
            TenantDatabase database,
            Connections connections,
            CodeListRows codeLists,
            MappingCompiler compiler,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.connections = connections;
        this.codeLists = codeLists;
        this.compiler = compiler;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Saves a draft as the next version of the mapping {@code name}. Throws
     * {@link io.gangway.mapping.MappingSpecInvalid} with all faults if the spec can't be compiled.
     */
    public MappingVersion draft(TenantId tenant, ConnectionId connection, String name, String spec, String author) {
        var id = new MappingVersionId(identifiers.next());
        return database.write(tenant, () -> {
            compiler.compile(spec, codeLists.current(tenant, connection));
            database.jdbc()
                    .sql("""
                            INSERT INTO mapping_version (tenant_id, id, connection_id, name, version, state, spec,
                                                         created_by, created_at)
                            VALUES (?, ?, ?, ?,
                                    (SELECT coalesce(max(version), 0) + 1 FROM mapping_version
                                     WHERE tenant_id = ? AND connection_id = ? AND name = ?),
                                    'DRAFT', ?, ?, ?)""")
                    .params(
                            tenant.value(),
                            id.value(),
                            connection.value(),
                            name,
                            tenant.value(),
                            connection.value(),
                            name,
                            spec,
                            author,
                            Timestamp.from(clock.instant()))
                    .update();
            audit.record(tenant, author, "mapping.drafted", id.toString(), Map.of("name", name));
            return find(tenant, id);
        });
    }

    /**
     * Makes a version the active one and retires the one before. Throws {@link ApprovalRefused} if the approver is the
     * author: four eyes see more than two.
     */
    public MappingVersion activate(TenantId tenant, MappingVersionId id, String approver) {
        return database.write(tenant, () -> {
            var version = find(tenant, id);
            if (isSame(version.createdBy(), approver)) {
                throw new ApprovalRefused(
                        "'%s' wrote version %d of mapping '%s' and can't approve it. Ask somebody else."
                                .formatted(approver, version.version(), version.name()));
            }
            database.jdbc()
                    .sql("""
                            UPDATE mapping_version SET state = 'RETIRED'
                            WHERE tenant_id = ? AND connection_id = ? AND name = ? AND state = 'ACTIVE'""")
                    .params(tenant.value(), version.connection().value(), version.name())
                    .update();
            database.jdbc()
                    .sql("UPDATE mapping_version SET state = 'ACTIVE', activated_at = ? WHERE tenant_id = ? AND id = ?")
                    .params(Timestamp.from(clock.instant()), tenant.value(), id.value())
                    .update();
            connections.meaningChanged(tenant, version.connection());
            audit.record(
                    tenant,
                    approver,
                    "mapping.activated",
                    id.toString(),
                    Map.of("name", version.name(), "version", version.version()));
            return find(tenant, id);
        });
    }

    /** E-mail addresses are the same however an identity provider writes them. */
    private static boolean isSame(String author, String approver) {
        return author.strip().equalsIgnoreCase(approver.strip());
    }

    public List<MappingVersion> of(TenantId tenant) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql("SELECT * FROM mapping_version WHERE tenant_id = ? ORDER BY name, version DESC")
                        .param(tenant.value())
                        .query(MappingVersions::toRecord)
                        .list());
    }

    private MappingVersion find(TenantId tenant, MappingVersionId id) {
        return database.jdbc()
                .sql("SELECT * FROM mapping_version WHERE tenant_id = ? AND id = ?")
                .params(tenant.value(), id.value())
                .query(MappingVersions::toRecord)
                .optional()
                .orElseThrow(() ->
                        new IllegalArgumentException("Tenant %s has no mapping version %s.".formatted(tenant, id)));
    }

    private static MappingVersion toRecord(ResultSet row, int number) throws SQLException {
        return new MappingVersion(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new MappingVersionId(row.getObject("id", UUID.class)),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                row.getString("name"),
                row.getInt("version"),
                MappingVersion.State.valueOf(row.getString("state")),
                row.getString("created_by"));
    }
}
