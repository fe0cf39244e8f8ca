package io.gangway.identity;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.tenant.Member;
import io.gangway.tenant.Tenant;
import io.gangway.tenant.TenantKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Changes that the identity provider does not know yet. An intent is written in the transaction of the change that it follows from, and
 * applied until it worked; those of one person of an organization in the order in which they were written.
 */
@Service
public class IdentityIntents {
    /** An outage may last a long weekend. */
    public static final Duration TRIED_FOR = Duration.ofDays(4);

    private static final Logger log = LoggerFactory.getLogger(IdentityIntents.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final TenantDatabase database;
    private final CrossTenantDatabase everyTenant;
    private final IdentityProvider provider;
    private final Identifiers identifiers;
    private final Clock clock;

    IdentityIntents(
            TenantDatabase database,
            CrossTenantDatabase everyTenant,
            IdentityProvider provider,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.everyTenant = everyTenant;
        this.provider = provider;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    public enum Kind {
        INVITE,
        JOIN,
        REMOVE
    }

    /** What is not done yet for an address; {@code failure} is null as long as nothing went wrong. */
    public record Open(Kind kind, @Nullable String failure, boolean givenUp) {}

    private record Intent(
            Tenant tenant,
            UUID id,
            Kind kind,
            String email,
            String displayName,
            @Nullable String subject,
            int attempts) {}

    /** In the transaction of the change. */
    public void add(Kind kind, Member member) {
        add(kind, member.tenant(), member.email(), member.displayName(), member.subject());
    }

    /** @param subject null if the person has not signed in yet */
    void add(Kind kind, TenantId tenant, String email, String displayName, @Nullable String subject) {
        database.write(
                tenant,
                () -> database.jdbc()
                        .sql("""
                                INSERT INTO identity_intent
                                    (tenant_id, id, kind, email, display_name, subject, created_at, next_attempt_at)
                                VALUES (:tenant, :id, :kind, :email, :name, :subject, :now, :now)""")
                        .param("tenant", tenant.value())
                        .param("id", identifiers.next())
                        .param("kind", kind.name())
                        .param("email", email)
                        .param("name", displayName)
                        .param("subject", subject)
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
    }

    /** The last intent of each address of the organization, unless it is done. */
    Map<String, Open> open(TenantId tenant) {
        return database.read(
                tenant,
                () -> database
                        .jdbc()
                        .sql("""
                                SELECT DISTINCT ON (email) email, kind, failure, done_at, given_up_at FROM identity_intent
                                WHERE tenant_id = ? ORDER BY email, created_at DESC, id DESC""")
                        .param(tenant.value())
                        .query((row, number) -> row.getTimestamp("done_at") != null
                                ? Optional.<Map.Entry<String, Open>>empty()
                                : Optional.of(Map.entry(
                                        row.getString("email"),
                                        new Open(
                                                Kind.valueOf(row.getString("kind")),
                                                row.getString("failure"),
                                                row.getTimestamp("given_up_at") != null))))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Applies one intent that is due; false if there is none. Several nodes may call it at the same time. */
    @CrossTenant("intents of every tenant are applied by one worker")
    public boolean applyNext() {
        return everyTenant.write(() -> {
            var next = everyTenant
                    .jdbc()
                    .sql("""
                            SELECT i.*, t.kind AS tenant_kind, t.name, t.slug, t.created_at AS tenant_created_at
                            FROM identity_intent i JOIN tenant t ON t.tenant_id = i.tenant_id
                            WHERE i.done_at IS NULL AND i.given_up_at IS NULL AND i.next_attempt_at <= ?
                              AND NOT EXISTS (SELECT FROM identity_intent earlier
                                              WHERE earlier.tenant_id = i.tenant_id AND earlier.email = i.email
                                                AND earlier.done_at IS NULL AND earlier.given_up_at IS NULL
                                                AND (earlier.created_at, earlier.id) < (i.created_at, i.id))
                            ORDER BY i.next_attempt_at, i.id LIMIT 1 FOR UPDATE OF i SKIP LOCKED""")
                    .param(Timestamp.from(clock.instant()))
                    .query(IdentityIntents::intent)
                    .optional();
            next.ifPresent(this::apply);
            return next.isPresent();
        });
    }

    private void apply(Intent intent) {
        try {
            switch (intent.kind) {
                case INVITE -> provider.invite(intent.tenant, intent.email, intent.displayName);
                case JOIN -> provider.join(intent.tenant, Objects.requireNonNull(intent.subject));
                case REMOVE -> provider.remove(intent.tenant, intent.email, Optional.ofNullable(intent.subject));
            }
            update(intent, "done_at = :now, failure = NULL, next_attempt_at = :now", null, Duration.ZERO);
        } catch (IdentityProviderFailed failed) {
            var wait = waitAfter(intent.attempts);
            log.warn(
                    "{} at the identity provider failed; trying again in {}: {}",
                    intent.kind,
                    wait,
                    failed.getMessage());
            update(
                    intent,
                    failed.isTemporary()
                            ? "failure = :failure, next_attempt_at = :next, given_up_at = CASE WHEN created_at < :oldest THEN :now::timestamptz END"
                            : "failure = :failure, next_attempt_at = :next, given_up_at = :now",
                    failed.getMessage(),
                    wait);
        }
    }

    @CrossTenant("intents of every tenant are applied by one worker")
    private void update(Intent intent, String change, @Nullable String failure, Duration wait) {
        var now = clock.instant();
        everyTenant
                .jdbc()
                .sql("UPDATE identity_intent SET attempts = attempts + 1, " + change
                        + " WHERE tenant_id = :tenant AND id = :id")
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(now.plus(wait)))
                .param("oldest", Timestamp.from(now.minus(TRIED_FOR)))
                .param("failure", failure)
                .param("tenant", intent.tenant.id().value())
                .param("id", intent.id)
                .update();
    }

    private static Duration waitAfter(int attempts) {
        var doubled = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private static Intent intent(ResultSet row, int number) throws SQLException {
        return new Intent(
                new Tenant(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        TenantKind.valueOf(row.getString("tenant_kind")),
                        row.getString("name"),
                        row.getString("slug"),
                        row.getTimestamp("tenant_created_at").toInstant()),
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("email"),
                row.getString("display_name"),
                row.getString("subject"),
                row.getInt("attempts"));
    }
}
