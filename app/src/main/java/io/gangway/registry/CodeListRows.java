package io.gangway.registry;

import io.gangway.audit.AuditLog;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.Identifiers;
import io.gangway.kernel.TenantDatabase;
import io.gangway.kernel.TenantId;
import io.gangway.mapping.CodeList;
import io.gangway.mapping.CodeLists;
import io.gangway.mapping.CodeRow;
import io.gangway.partner.ConnectionId;
import io.gangway.partner.Connections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Code lists of connections, row by row and dated: what a code meant when is never lost. */
@Service
public class CodeListRows {
    private final TenantDatabase database;
    private final Connections connections;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;

    CodeListRows(
            TenantDatabase database, Connections connections, AuditLog audit, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.connections = connections;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** From now on the rows say what their tuples mean; other rows of the list stay. */
    public void put(TenantId tenant, ConnectionId connection, String list, List<CodeRow> rows, String actor) {
        database.write(tenant, () -> {
            rows.forEach(row -> replace(tenant, connection, list, row));
            connections.meaningChanged(tenant, connection);
            audit.record(
                    tenant,
                    actor,
                    "code-list.changed",
                    connection.toString(),
                    Map.of("list", list, "rows", rows.size()));
            return rows;
        });
    }

    /** What the connection's codes mean now. */
    public CodeLists current(TenantId tenant, ConnectionId connection) {
        return database.read(tenant, () -> current(database.jdbc(), tenant, connection));
    }

    static CodeLists current(JdbcClient jdbc, TenantId tenant, ConnectionId connection) {
        record Row(String list, CodeRow row) {}
        var rowsByList = jdbc
                .sql("""
                        SELECT list, key, status, reason, responsible FROM code_list_row
                        WHERE tenant_id = ? AND connection_id = ? AND valid_to IS NULL
                        ORDER BY list, id""")
                .params(tenant.value(), connection.value())
                .query((row, number) -> new Row(row.getString("list"), toRow(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::list, LinkedHashMap::new, Collectors.mapping(Row::row, Collectors.toList())));
        var lists = rowsByList.entrySet().stream()
                .map(entry -> CodeList.of(entry.getKey(), entry.getValue()))
                .toList();
        return CodeLists.of(lists);
    }

    private void replace(TenantId tenant, ConnectionId connection, String list, CodeRow row) {
        var now = Timestamp.from(clock.instant());
        var key = row.key().toArray(String[]::new);
        database.jdbc()
                .sql("""
                        UPDATE code_list_row SET valid_to = greatest(?, valid_from + interval '1 microsecond')
                        WHERE tenant_id = ? AND connection_id = ? AND list = ? AND key = ?::text[] AND valid_to IS NULL""")
                .params(now, tenant.value(), connection.value(), list, key)
                .update();
        database.jdbc()
                .sql("""
                        INSERT INTO code_list_row (tenant_id, id, connection_id, list, key, status, reason, responsible,
                                                   valid_from)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        tenant.value(),
                        identifiers.next(),
                        connection.value(),
                        list,
                        key,
                        row.status().name(),
                        nameOf(row.reason()),
                        nameOf(row.responsible()),
                        now))
                .update();
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static CodeRow toRow(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        var responsible = row.getString("responsible");
        return new CodeRow(
                List.of((String[]) row.getArray("key").getArray()),
                ShipmentStatus.valueOf(row.getString("status")),
                reason == null ? null : Reason.valueOf(reason),
                responsible == null ? null : ResponsibleParty.valueOf(responsible));
    }
}
