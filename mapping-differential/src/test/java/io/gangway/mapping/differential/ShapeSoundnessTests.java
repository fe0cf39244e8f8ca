package io.gangway.mapping.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.mapping.check.ShapeOracle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the checks of mappings say that a chain can make is at least what it makes. If it were less, mappings would be
 * refused for what they do right.
 */
class ShapeSoundnessTests {
    private static final long SEED = 5_550_001;
    private static final int PAIRS = 20_000;
    private static final ChainEngine ENGINE = new CompiledEngine();

    @Test
    void foreseesWhatWrittenChainsMake() throws IOException {
        var violations = new ArrayList<String>();
        for (var file : WrittenCases.all()) {
            for (var written : file.cases()) {
                for (var input : written.inputs()) {
                    violations.addAll(violations(new Pair(written.chain(), input)));
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void foreseesWhatGeneratedChainsMake() {
        var violations = new ArrayList<String>();
        var pairs = new RandomPairs(SEED);
        for (int i = 0; i < PAIRS; i++) {
            violations.addAll(violations(pairs.get(i)));
        }
        assertThat(violations).isEmpty();
    }

    private static List<String> violations(Pair pair) {
        ChainEngine.Compiled compiled;
        try {
            compiled = ENGINE.compile(pair.chain());
        } catch (ChainRefused refused) {
            return List.of();
        }
        return switch (compiled.run(pair.input().getBytes(StandardCharsets.UTF_8))) {
            case ChainEngine.Outcome.Made(var json) ->
                ShapeOracle.violation(pair.chain(), pair.input(), new String(json, StandardCharsets.UTF_8)).stream()
                        .map(violation -> "%s in %s%nof %s".formatted(violation, pair.chain(), pair.input()))
                        .toList();
            case ChainEngine.Outcome.Failed failed -> List.of();
        };
    }
}
