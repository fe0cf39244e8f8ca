package io.gangway.platform;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gangway.rateplan.BucketTime;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Slows whoever fails to prove itself: a network may fail so often a minute at one place, and is then refused unread until a try is
 * free again. Kept in the memory of each node, since it only has to make guessing and flooding pointless.
 *
 * <p>A network is a /24 of IPv4 or a /64 of IPv6: a single attacker has that many addresses.
 */
@Component
public class FailedAttempts {
    /** Far more than a mistake in a setting makes by itself, and far less than guessing needs. */
    public static final int PER_MINUTE = 300;

    private static final int MAX_NETWORKS = 100_000;
    private static final int IPV4_NETWORK_BYTES = 3;
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int IPV4_BYTES = 4;

    private final LoadingCache<Place, Bucket> buckets;

    FailedAttempts(Clock clock) {
        var time = new BucketTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_NETWORKS)
                .expireAfterAccess(Duration.ofMinutes(5))
                .build(place -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(Bandwidth.builder()
                                .capacity(PER_MINUTE)
                                .refillGreedy(PER_MINUTE, Duration.ofMinutes(1))
                                .build())
                        .build());
    }

    /** @param at what is guessed at: the API, or one endpoint */
    public void note(String at, String address) {
        buckets.get(new Place(at, network(address))).tryConsume(1);
    }

    /** How long the network has to wait for its next try; zero if it need not. */
    public Duration waitOf(String at, String address) {
        var bucket = buckets.getIfPresent(new Place(at, network(address)));
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    static String network(String address) {
        try {
            // A literal, so nothing is looked up.
            var bytes = InetAddress.ofLiteral(address).getAddress();
            var length = bytes.length == IPV4_BYTES ? IPV4_NETWORK_BYTES : IPV6_NETWORK_BYTES;
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    private record Place(String at, String network) {}
}
