package io.gangway.identity;

import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Logins that the identity provider has ended, for all nodes. */
@Component
@CrossTenant("a login is of a person, who may belong to several organizations or to none")
public class EndedLogins {
    /** Longer than a login lives there. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final CrossTenantDatabase database;
    private final Clock clock;

    EndedLogins(CrossTenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param sid the provider's id of the login, as in its tokens */
    public void add(String sid) {
        database.write(() -> {
            database.jdbc()
                    .sql("DELETE FROM ended_login WHERE ended_at < ?")
                    .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
                    .update();
            database.jdbc()
                    .sql("INSERT INTO ended_login (sid, ended_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(sid, Timestamp.from(clock.instant()))
                    .update();
            // Every node hears of it.
            return database.jdbc()
                    .sql("SELECT pg_notify('gangway_login', ?)")
                    .param(sid)
                    .query((row, number) -> true)
                    .single();
        });
    }

    public boolean contains(String sid) {
        return database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM ended_login WHERE sid = ?)")
                .param(sid)
                .query(Boolean.class)
                .single();
    }
}
