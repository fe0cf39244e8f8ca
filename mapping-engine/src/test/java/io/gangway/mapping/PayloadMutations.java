package io.gangway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Payloads that partners nearly sent. */
final class PayloadMutations {
    private static final List<String> TOKENS = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "0",
            "-",
            "e5",
            ".5",
            "1e400",
            "true",
            "null",
            " ",
            "\n",
            "\t",
            "\\u0000",
            "\\ud83d",
            "\\ude00",
            "\\u00e9",
            "\\n",
            "\u00e9",
            "\u20ac",
            "\uD83D\uDE00",
            "\uFEFF",
            "\u0001",
            "\"a\":1,",
            ",\"a\":{}",
            "[[1]]",
            "{\"b\":2}",
            "12345678901234567890",
            "\"\"");
    private static final byte[] ODD = {
        0, 1, 31, 127, (byte) 0x80, (byte) 0xBF, (byte) 0xC0, (byte) 0xC3, (byte) 0xED, (byte) 0xF4, -1
    };

    private final List<byte[]> samples;
    private final SplittableRandom random;

    PayloadMutations(List<byte[]> samples, SplittableRandom random) {
        this.samples = samples;
        this.random = random;
    }

    byte[] next() {
        var payload = sample();
        for (int changes = 1 + random.nextInt(3); changes > 0 && payload.length > 0; changes--) {
            payload = changed(payload);
        }
        return payload;
    }

    private byte[] sample() {
        return samples.get(random.nextInt(samples.size())).clone();
    }

    private byte[] changed(byte[] payload) {
        int at = random.nextInt(payload.length);
        return switch (random.nextInt(8)) {
            case 0 -> {
                payload[at] ^= (byte) (1 << random.nextInt(8));
                yield payload;
            }
            case 1 -> {
                payload[at] = ODD[random.nextInt(ODD.length)];
                yield payload;
            }
            case 2 -> replaced(payload, at, 1 + random.nextInt(8), new byte[0]);
            case 3 -> Arrays.copyOf(payload, at);
            case 4 -> {
                var part = Arrays.copyOfRange(payload, at, Math.min(payload.length, at + 1 + random.nextInt(64)));
                yield replaced(payload, at, 0, part);
            }
            case 5 -> {
                var other = sample();
                int from = random.nextInt(other.length);
                yield replaced(payload, at, 8, Arrays.copyOfRange(other, from, Math.min(other.length, from + 16)));
            }
            default -> replaced(payload, at, random.nextInt(2), token());
        };
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] payload, int at, int length, byte[] by) {
        int rest = Math.min(payload.length, at + length);
        var replaced = Arrays.copyOf(payload, at + by.length + payload.length - rest);
        System.arraycopy(by, 0, replaced, at, by.length);
        System.arraycopy(payload, rest, replaced, at + by.length, payload.length - rest);
        return replaced;
    }
}
