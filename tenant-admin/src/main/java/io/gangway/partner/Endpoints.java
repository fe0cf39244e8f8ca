package io.gangway.partner;

import io.gangway.audit.AuditLog;
import io.gangway.credential.Secrets;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Environment;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Inbound endpoints, each with the verifier that guards it. */
@Service
public class Endpoints {
    private static final String SELECT = """
            SELECT e.tenant_id, e.connection_id, c.environment, e.id, e.name, e.token, e.mapping_name, e.max_body,
                   v.id AS verifier_id, v.descriptor
            FROM endpoint e
            JOIN connection c ON c.tenant_id = e.tenant_id AND c.id = e.connection_id
            JOIN verifier v ON v.tenant_id = e.tenant_id AND v.id = e.verifier_id
            """;

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    Endpoints(
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            Secrets secrets,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock,
            JsonMapper json) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.secrets = secrets;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Opens an endpoint under an address that nobody can guess. Throws {@link IllegalArgumentException} if its verifier can't
     * use the secret, or the secret has blanks or is too short.
     */
    public Endpoint open(TenantId tenant, NewEndpoint wanted, String actor) {
        VerificationKeys.checkNew(wanted.verifier(), wanted.secret());
        var verifier = identifiers.next();
        var endpoint = new EndpointId(identifiers.next());
        return database.write(tenant, () -> {
            insertVerifier(tenant, verifier, wanted);
            insertEndpoint(tenant, endpoint, verifier, wanted);
            secrets.put(tenant, secretPurpose(verifier), wanted.secret(), clock.instant());
            audit.record(tenant, actor, "endpoint.opened", endpoint.toString(), Map.of("name", wanted.name()));
            return database.jdbc()
                    .sql(SELECT + "WHERE e.tenant_id = ? AND e.id = ?")
                    .params(tenant.value(), endpoint.value())
                    .query(this::toRecord)
                    .single();
        });
    }

    /** Changes the sender's secret; the former one is accepted until {@code overlapEnds}. */
    public void rotateSecret(TenantId tenant, Endpoint endpoint, String secret, Instant overlapEnds, String actor) {
        VerificationKeys.checkNew(endpoint.verifier(), secret);
        database.write(tenant, () -> {
            secrets.put(tenant, endpoint.secretPurpose(), secret, overlapEnds);
            audit.record(
                    tenant,
                    actor,
                    "endpoint.secret-rotated",
                    endpoint.id().toString(),
                    Map.of("overlapEnds", overlapEnds.toString()));
            return endpoint;
        });
    }

    public List<Endpoint> of(TenantId tenant) {
        return database.read(
                tenant,
                () -> database.jdbc()
                        .sql(SELECT + "WHERE e.tenant_id = ? ORDER BY e.name, e.id")
                        .param(tenant.value())
                        .query(this::toRecord)
                        .list());
    }

    /** The open endpoint of an address; empty if there is none, or it is disabled. */
    @CrossTenant("only the address shows whose endpoint it is")
    public Optional<Endpoint> byToken(String token) {
        return everyTenant
                .jdbc()
                .sql(SELECT + "WHERE e.token = ? AND e.disabled_at IS NULL")
                .param(token)
                .query(this::toRecord)
                .optional();
    }

    private void insertVerifier(TenantId tenant, UUID id, NewEndpoint wanted) {
        database.jdbc()
                .sql("""
                        INSERT INTO verifier (tenant_id, id, connection_id, name, descriptor, created_at)
                        VALUES (?, ?, ?, ?, ?::jsonb, ?)""")
                .params(
                        tenant.value(),
                        id,
                        wanted.connection().value(),
                        wanted.name(),
                        json.writeValueAsString(wanted.verifier()),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private void insertEndpoint(TenantId tenant, EndpointId id, UUID verifier, NewEndpoint wanted) {
        database.jdbc()
                .sql("""
                        INSERT INTO endpoint (tenant_id, id, connection_id, verifier_id, token, name, mapping_name, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        id.value(),
                        wanted.connection().value(),
                        verifier,
                        newToken(),
                        wanted.name(),
                        wanted.mappingName(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private String newToken() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return "whk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String secretPurpose(UUID verifier) {
        return "verifier:" + verifier;
    }

    private Endpoint toRecord(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                Environment.valueOf(row.getString("environment")),
                new EndpointId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("token"),
                row.getString("mapping_name"),
                row.getInt("max_body"),
                json.readValue(row.getString("descriptor"), VerifierDescriptor.class),
                secretPurpose(row.getObject("verifier_id", UUID.class)));
    }
}
