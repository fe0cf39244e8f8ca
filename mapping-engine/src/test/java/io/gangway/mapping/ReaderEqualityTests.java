package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReaderEqualityTests {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final int MUTATIONS = 200_000;
    private static final long SEED = Long.getLong("gangway.seed", System.nanoTime());

    private final Readers readers = new Readers();

    /** Each line has a sign for accepted or refused, and a payload in which {@code <C3>} is a byte. */
    @Test
    void acceptExactlyWhatJsonAllows() throws IOException {
        var wrong = new ArrayList<String>();
        for (var line : Files.readAllLines(RESOURCES.resolve("payloads/rfc8259.txt"))) {
            if (readers.accept(bytes(line.substring(2))) != line.startsWith("+")) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void agreeOnWhatIsCutAnywhere() throws IOException {
        for (var sample : samples()) {
            for (int length = 0; length < Math.min(sample.length, 3000); length++) {
                readers.accept(Arrays.copyOf(sample, length));
            }
        }
    }

    @Test
    void agreeOnWhatHasAByteChangedAnywhere() throws IOException {
        for (var sample : samples()) {
            for (int i = 0; i < Math.min(sample.length, 1500); i++) {
                for (int changed : new int[] {sample[i] ^ 1, sample[i] ^ 0x80, 0, '"', '\\', '}', ' ', '0', 0xC3}) {
                    var mutant = sample.clone();
                    mutant[i] = (byte) changed;
                    readers.accept(mutant);
                }
            }
        }
    }

    @Test
    void agreeOnLimits() {
        for (int more : new int[] {0, 1}) {
            boolean accepted = more == 0;
            assertThat(readers.accept(utf8("[".repeat(64 + more) + "]".repeat(64 + more))))
                    .isEqualTo(accepted);
            assertThat(readers.accept(utf8("[" + "0,".repeat(199_998 + more) + "0]")))
                    .isEqualTo(accepted);
            for (var letter : new String[] {"a", "é", "😀", "\\u00e9", "\\n"}) {
                int units = letter.equals("😀") ? 2 : 1;
                assertThat(readers.accept(utf8("\"%s%s\"".formatted(letter.repeat(100_000 / units), "a".repeat(more)))))
                        .as("text of " + letter)
                        .isEqualTo(accepted);
                assertThat(readers.accept(
                                utf8("{\"%s%s\":1}".formatted(letter.repeat(1000 / units), "a".repeat(more)))))
                        .as("name of " + letter)
                        .isEqualTo(accepted);
            }
            for (var number : new String[] {"", "-", "0.", "-0.", "1e-"}) {
                assertThat(readers.accept(utf8(number + "1".repeat(200 + more - digits(number)))))
                        .as("number " + number)
                        .isEqualTo(accepted);
            }
        }
    }

    @Test
    void agreeOnRandomMutations() throws IOException {
        var mutations = new PayloadMutations(samples(), new SplittableRandom(SEED));
        int accepted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            try {
                accepted += readers.accept(mutations.next()) ? 1 : 0;
            } catch (AssertionError different) {
                fail("Mutation %d of -Dgangway.seed=%d".formatted(i, SEED), different);
            }
        }
        System.out.printf("%d of %d mutations of seed %d are JSON.%n", accepted, MUTATIONS, SEED);
        assertThat(accepted).isBetween(MUTATIONS / 50, MUTATIONS - MUTATIONS / 50);
    }

    private static int digits(String number) {
        return (int) number.chars().filter(Character::isDigit).count();
    }

    static List<byte[]> samples() throws IOException {
        var samples = new ArrayList<byte[]>();
        try (var files = Files.walk(RESOURCES.resolve("mappings"))) {
            for (var file :
                    files.filter(path -> path.endsWith("input.json")).sorted().toList()) {
                samples.add(Files.readAllBytes(file));
            }
        }
        return samples;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String line) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < line.length(); i++) {
            if (line.startsWith("<", i) && i + 3 < line.length() && line.charAt(i + 3) == '>') {
                bytes.write(Integer.parseInt(line, i + 1, i + 3, 16));
                i += 3;
            } else {
                bytes.write(line.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
