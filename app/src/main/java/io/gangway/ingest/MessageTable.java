package io.gangway.ingest;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.kernel.Identifiers;
import java.sql.Array;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Stores messages and their fingerprints in one statement, whatever their number. */
@CrossTenant("one insert for messages of many tenants")
final class MessageTable {
    /** Sorted, so that two writers meet the same fingerprints in the same order and never wait for each other crosswise. */
    private static final String INSERT = """
            WITH incoming AS (
                SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[]::timestamptz[], ?::text[], ?::uuid[], ?::uuid[],
                                     ?::text[], ?::text[], ?::text[], ?::text[]::jsonb[], ?::int[], ?::bytea[], ?::bytea[])
                    AS t(tenant_id, id, received_at, environment, connection_id, endpoint_id,
                         correlation_id, sender_message_id, content_type, headers, body_size, body, fingerprint)
            ), fresh AS (
                INSERT INTO message_fingerprint (tenant_id, endpoint_id, fingerprint, message_id, received_at)
                SELECT tenant_id, endpoint_id, fingerprint, id, received_at FROM incoming
                ORDER BY tenant_id, endpoint_id, fingerprint, id
                ON CONFLICT DO NOTHING
                RETURNING message_id
            )
            INSERT INTO message (tenant_id, id, received_at, environment, connection_id, endpoint_id, correlation_id,
                                 sender_message_id, content_type, headers, body_size, body, state, due_at)
            SELECT tenant_id, id, received_at, environment, connection_id, endpoint_id, correlation_id,
                   sender_message_id, content_type, headers, body_size, body, 'RECEIVED', received_at
            FROM incoming JOIN fresh ON fresh.message_id = incoming.id
            RETURNING id
            """;

    private static final String FIND_ORIGINALS = """
            SELECT f.tenant_id, f.endpoint_id, encode(f.fingerprint, 'hex') AS fingerprint, f.message_id
            FROM message_fingerprint f
            JOIN unnest(?::uuid[], ?::uuid[], ?::bytea[]) AS wanted(tenant_id, endpoint_id, fingerprint)
                USING (tenant_id, endpoint_id, fingerprint)
            """;

    /** Headers that carry credentials are not kept; a signature is no credential, and helps to find out what went wrong. */
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "cookie", "proxy-authorization", "x-api-key");

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    MessageTable(CrossTenantDatabase database, JsonMapper json) {
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.json = json;
    }

    /** An answer for each message, in their order. */
    List<Reception> insert(List<Inbox.Sealed> batch) {
        var stored = new HashSet<UUID>(
                jdbc.query(INSERT, (row, number) -> row.getObject(1, UUID.class), (Object[]) columns(batch)));
        if (stored.size() == batch.size()) {
            return batch.stream()
                    .<Reception>map(entry -> new Reception.Accepted(entry.id()))
                    .toList();
        }
        var repeated = batch.stream()
                .filter(entry -> !stored.contains(entry.id().value()))
                .toList();
        var originals = originalsOf(repeated);
        return batch.stream()
                .<Reception>map(entry -> stored.contains(entry.id().value())
                        ? new Reception.Accepted(entry.id())
                        : new Reception.Duplicate(new MessageId(
                                originals.getOrDefault(key(entry), entry.id().value()))))
                .toList();
    }

    private Map<String, UUID> originalsOf(List<Inbox.Sealed> repeated) {
        var originals = new HashMap<String, UUID>();
        jdbc.query(
                FIND_ORIGINALS,
                row -> {
                    originals.put(
                            row.getString("tenant_id") + row.getString("endpoint_id") + row.getString("fingerprint"),
                            row.getObject("message_id", UUID.class));
                },
                array(
                        "uuid",
                        repeated,
                        entry -> entry.webhook().endpoint().tenant().value()),
                array("uuid", repeated, entry -> entry.webhook().endpoint().id().value()),
                array("bytea", repeated, entry -> entry.genuine().fingerprint()));
        return originals;
    }

    private static String key(Inbox.Sealed entry) {
        var endpoint = entry.webhook().endpoint();
        return "" + endpoint.tenant().value() + endpoint.id().value()
                + HexFormat.of().formatHex(entry.genuine().fingerprint());
    }

    private Array[] columns(List<Inbox.Sealed> batch) {
        return new Array[] {
            array("uuid", batch, entry -> entry.webhook().endpoint().tenant().value()),
            array("uuid", batch, entry -> entry.id().value()),
            array("text", batch, entry -> Identifiers.madeAt(entry.id().value()).toString()),
            array(
                    "text",
                    batch,
                    entry -> entry.webhook().endpoint().environment().name()),
            array(
                    "uuid",
                    batch,
                    entry -> entry.webhook().endpoint().connection().value()),
            array("uuid", batch, entry -> entry.webhook().endpoint().id().value()),
            array("text", batch, entry -> entry.webhook().correlation().id()),
            array("text", batch, entry -> entry.genuine().senderMessageId()),
            array("text", batch, entry -> entry.webhook().contentType()),
            array("text", batch, entry -> json.writeValueAsString(keptHeaders(entry.webhook()))),
            array("int4", batch, entry -> entry.webhook().body().length),
            array("bytea", batch, Inbox.Sealed::body),
            array("bytea", batch, entry -> entry.genuine().fingerprint()),
        };
    }

    private static Map<String, List<String>> keptHeaders(IncomingWebhook webhook) {
        var kept = new TreeMap<>(webhook.headers());
        kept.keySet().removeIf(name -> SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        var verifier = webhook.endpoint().verifier();
        if (!verifier.algorithm().signs() && verifier.header() != null) {
            // Here the header is the secret itself.
            kept.keySet().removeIf(name -> name.equalsIgnoreCase(verifier.header()));
        }
        return kept;
    }

    private <T> Array array(String type, List<Inbox.Sealed> batch, Function<Inbox.Sealed, T> value) {
        var values = batch.stream().map(value).toArray();
        ConnectionCallback<Array> create =
                connection -> connection.createArrayOf(type, type.equals("bytea") ? bytes(values) : values);
        return Objects.requireNonNull(jdbc.execute(create));
    }

    private static byte[][] bytes(Object[] values) {
        var bytes = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte[]) values[i];
        }
        return bytes;
    }
}
