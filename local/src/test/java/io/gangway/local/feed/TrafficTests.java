package io.gangway.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrafficTests {
    private static final Instant NOW = Instant.parse("2026-05-05T12:00:00Z");
    private static final List<String> SENDERS =
            List.of("easypost", "aftership", "gls", "dhl-unified", "ups", "sendcloud");

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(play(7, 200)).isEqualTo(play(7, 200));
        assertThat(play(7, 200)).isNotEqualTo(play(8, 200));
    }

    @Test
    void tellsTheHistoryOfEverySenderInTheOrderOfTime() {
        var history = traffic(7).history(48, NOW);
        assertThat(webhooks(history).stream().map(Posting.Webhook::sender).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(SENDERS);
        var times = webhooks(history).stream()
                .filter(webhook -> webhook.sender().equals("sendcloud"))
                .map(webhook -> json(webhook).get("timestamp").asLong())
                .toList();
        assertThat(times)
                .isSorted()
                .allMatch(time -> time <= NOW.plusSeconds(10).toEpochMilli());
        assertThat(history.getFirst()).isInstanceOf(Posting.Order.class);
    }

    @Test
    void repeatsMessagesNowAndThen() {
        var bodies = webhooks(play(7, 300)).stream().map(Posting.Webhook::body).toList();
        assertThat(bodies.size() - new HashSet<>(bodies).size()).isBetween(5, 80);
    }

    @Test
    void spoilsMessagesNowAndThen() {
        var spoilt = webhooks(play(7, 300)).stream()
                .filter(webhook -> webhook.body().contains("\"tracking_number\":null")
                        || webhook.body().contains("\"trackingNumber\":null")
                        || webhook.body().contains("\"tracking_code\":null")
                        || webhook.body().contains("\"unitno\":null")
                        || webhook.body().contains("\"id\":null"))
                .count();
        assertThat(spoilt).isBetween(3L, 40L);
    }

    @Test
    void takesNoStepBeforeTheOneBefore() {
        var traffic = traffic(3);
        traffic.history(48, NOW);
        for (var turn = 0; turn < 400; turn++) {
            for (var webhook : webhooks(traffic.next(NOW.plusSeconds(3L * turn)))) {
                if (webhook.sender().equals("easypost")) {
                    var times = new ArrayList<Instant>();
                    json(webhook)
                            .at("/result/tracking_details")
                            .forEach(detail -> times.add(
                                    Instant.parse(detail.get("datetime").asString())));
                    assertThat(times).isSorted();
                }
            }
        }
    }

    @Test
    void ordersMostParcelsForOneOfTheShippers() {
        var orders = play(7, 300).stream()
                .filter(Posting.Order.class::isInstance)
                .map(Posting.Order.class::cast)
                .toList();
        assertThat(orders).hasSizeGreaterThan(30).allMatch(order -> order.shipper() < 2);
        assertThat(orders.stream().map(Posting.Order::reference)).doesNotHaveDuplicates();
        assertThat(traffic(7, 0).history(12, NOW)).noneMatch(Posting.Order.class::isInstance);
    }

    private static List<Posting> play(long seed, int turns) {
        var traffic = traffic(seed);
        var postings = new ArrayList<>(traffic.history(48, NOW));
        for (var turn = 0; turn < turns; turn++) {
            postings.addAll(traffic.next(NOW.plusSeconds(3L * turn)));
        }
        return postings;
    }

    private static Traffic traffic(long seed) {
        return traffic(seed, 2);
    }

    private static Traffic traffic(long seed, int shippers) {
        return new Traffic(SENDERS, shippers, new SplittableRandom(seed));
    }

    private static List<Posting.Webhook> webhooks(List<Posting> postings) {
        return postings.stream()
                .filter(Posting.Webhook.class::isInstance)
                .map(Posting.Webhook.class::cast)
                .toList();
    }

    private static JsonNode json(Posting.Webhook webhook) {
        return JsonMapper.shared().readTree(webhook.body());
    }
}
