package io.gangway.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.support.EasyPost;
import io.gangway.support.PlatformTest;
import io.gangway.support.Servers;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of signals when the connection that listens for them is lost. */
@PlatformTest
class SignalsTests {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Signals signals;
    private final Tenancies tenancies;
    private final SettableClock clock;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Signals.Subscription subscription = () -> {};

    SignalsTests(Signals signals, Tenancies tenancies, SettableClock clock) {
        this.signals = signals;
        this.tenancies = tenancies;
        this.clock = clock;
    }

    @BeforeEach
    void listen() {
        await().atMost(SOON).until(() -> !listeners().isEmpty());
        subscription = signals.listen(Signals.Channel.OUTCOME, heard::add);
    }

    @AfterEach
    void listenNoMore() {
        subscription.cancel();
    }

    @Test
    void aNewConnectionListensInPlaceOfALostOne() {
        var lost = listeners().getFirst();
        loseConnection();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listeners()).hasSize(1).doesNotContain(lost));
        var payload = UUID.randomUUID().toString();
        await().atMost(SOON).until(() -> {
            signals.send(Signals.Channel.OUTCOME, payload);
            return heard.contains(payload);
        });
    }

    @Test
    void whoListensIsAskedToLookForWhatItMayHaveMissed() {
        assertThat(heard).doesNotContain(Signals.MISSED);
        loseConnection();
        await().atMost(SOON).untilAsserted(() -> assertThat(heard).contains(Signals.MISSED));
    }

    @Test
    void aMessageThatComesMeanwhileIsTranslated() {
        var feed = tenancies.feed(tenancies.partner("Northwind"), "easypost");
        loseConnection();
        var body = EasyPost.tracker("EZ" + UUID.randomUUID().toString().replace("-", ""))
                .announced(Instant.parse("2026-02-03T04:05:06Z"))
                .json();
        assertThat(feed.post(body, clock.instant()).status()).isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Servers.rows("SELECT state FROM message WHERE tenant_id = '%s'"
                                .formatted(feed.partner().id().value())))
                        .containsExactly("TRANSLATED"));
    }

    private static void loseConnection() {
        assertThat(
                        Servers.rows(
                                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'gangway-signals'"))
                .containsExactly("t");
    }

    /** The processes of PostgreSQL that serve a listening connection. */
    private static List<String> listeners() {
        return Servers.rows("SELECT pid FROM pg_stat_activity WHERE application_name = 'gangway-signals'");
    }
}
