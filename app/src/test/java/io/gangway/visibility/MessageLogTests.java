package io.gangway.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.kernel.Environment;
import io.gangway.support.Caller;
import io.gangway.support.EasyPost;
import io.gangway.support.PlatformTest;
import io.gangway.support.SettableClock;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import io.gangway.visibility.MessageRow.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@PlatformTest
class MessageLogTests {
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06Z");

    private final Tenancies tenancies;
    private final MessageLog log;
    private final SettableClock clock;

    MessageLogTests(Tenancies tenancies, MessageLog log, SettableClock clock) {
        this.tenancies = tenancies;
        this.log = log;
        this.clock = clock;
    }

    @Test
    void pagesThroughMessagesAndRefusalsTheLatestFirst() {
        var partner = tenancies.partner("Northwind");
        for (var name : new String[] {"first", "second"}) {
            var feed = tenancies.feed(partner, "easypost");
            for (int i = 0; i < 3; i++) {
                feed.post(EasyPost.tracker(name + i).announced(THEN).json(), clock.instant());
            }
            feed.post("{}".getBytes(StandardCharsets.UTF_8), clock.instant(), Map.of("X-Hmac-Signature", "no"));
            feed.post("{}", clock.instant());
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                Caller.with("ROLE_PARTNER", () -> log.countByResult(partner.id(), Environment.LIVE)))
                        .containsExactlyInAnyOrderEntriesOf(
                                Map.of(Result.TRANSLATED, 6L, Result.DEAD, 2L, Result.REFUSED, 2L)));

        var seen = new ArrayList<MessageLine>();
        for (int offset = 0; offset < 12; offset += 4) {
            seen.addAll(page(partner, Environment.LIVE, null, "", offset, 4));
        }
        assertThat(seen)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(
                        Comparator.comparing((MessageLine line) -> line.row().receivedAt())
                                .reversed());
        assertThat(page(partner, Environment.LIVE, Result.REFUSED, "", 0, 50)).hasSize(2);
        assertThat(page(partner, Environment.LIVE, null, "no-mess", 0, 50)).hasSize(2);
        assertThat(page(partner, Environment.LIVE, null, "no_mess", 0, 50)).isEmpty();
        assertThat(page(partner, Environment.LIVE, null, "first-1", 0, 50))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.numbers()).containsExactly("FIRST1");
                    assertThat(line.status()).isEqualTo(ShipmentStatus.INFO_RECEIVED);
                });
        assertThat(page(tenancies.partner("Baltic"), Environment.LIVE, null, "FIRST1", 0, 50))
                .isEmpty();
        assertThat(page(partner, Environment.SANDBOX, null, "", 0, 50)).isEmpty();
    }

    private List<MessageLine> page(
            Tenant partner, Environment environment, @Nullable Result result, String text, int offset, int limit) {
        return Caller.with("ROLE_PARTNER", () -> log.page(partner.id(), environment, result, text, offset, limit));
    }
}
