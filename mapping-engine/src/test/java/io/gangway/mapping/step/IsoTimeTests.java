package io.gangway.mapping.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTests {
    private static final TimeFormat FORMATTER = new TimeFormat.Text(TimeFormat.isoFormatter());
    private static final String[] OFFSETS = {"", "Z", "+02:00", "-0530", "+01", " +02:00", " Z", "-18:00", "+17:59", "z"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-01",
                "2026-07-01T10:00",
                "2026-07-01 10:00:01",
                "2026-07-01T10:00:01.5",
                "2026-07-01T10:00:01.123456789Z",
                "2026-07-01T10:00:01+02:00",
                "2026-07-01 10:00 +0200",
                "2024-02-29T23:59:59-07"
            })
    void readsUsualFormsItself(String text) {
        assertThat(Optional.ofNullable(IsoTime.read(text))).isPresent().isEqualTo(FORMATTER.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-02-30",
                "2026-13-01",
                "2026-07-01T24:00",
                "2026-07-01T10",
                "2026-07-01T10:00:60",
                "2026-07-01T10:00:01,5",
                "2026-07-01T10:00+25:00",
                "2026-07-01T10:00ZZ",
                "2026-07-01X10:00",
                "0000-01-01",
                "٢٠٢٦-٠٧-٠١"
            })
    void leavesTheRestToTheFormatter(String text) {
        assertThat(IsoTime.read(text)).isNull();
    }

    @Test
    void agreesWithTheFormatter() {
        var dice = new Random(7);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            var text = text(dice);
            var found = IsoTime.read(text);
            if (found != null) {
                assertThat(FORMATTER.read(text)).as(text).contains(found);
                read++;
            }
        }
        assertThat(read).isGreaterThan(50_000);
    }

    @Test
    void readsInstantsAsTheyAreWritten() {
        var dice = new Random(8);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            var instant = Instant.ofEpochSecond(dice.nextLong(7_000_000_000L), dice.nextInt(3) * 1_000_001L);
            assertThat(IsoTime.instant(instant.toString())).isEqualTo(instant);
            var text = text(dice);
            var found = IsoTime.instant(text);
            if (found != null) {
                assertThat(Instant.parse(text)).as(text).isEqualTo(found);
                read++;
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static String text(Random dice) {
        var text = new StringBuilder("%04d-%02d-%02d"
                .formatted(
                        1900 + dice.nextInt(400),
                        dice.nextInt(13) + (dice.nextInt(9) == 0 ? 0 : 1),
                        1 + dice.nextInt(31)));
        if (dice.nextInt(10) > 0) {
            text.append(dice.nextBoolean() ? "T" : " ")
                    .append("%02d:%02d".formatted(dice.nextInt(24), dice.nextInt(60)));
            if (dice.nextInt(4) > 0) {
                text.append(":%02d".formatted(dice.nextInt(60)));
                if (dice.nextBoolean()) {
                    text.append(".").append(Integer.toString(dice.nextInt(1_000_000_000)));
                }
            }
            text.append(OFFSETS[dice.nextInt(OFFSETS.length)]);
        }
        if (dice.nextInt(5) == 0) {
            int at = dice.nextInt(text.length());
            switch (dice.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "0-:T Z+.".charAt(dice.nextInt(8)));
                default -> text.setCharAt(at, "0-:T Z+.".charAt(dice.nextInt(8)));
            }
        }
        return text.toString();
    }
}
