package io.gangway.mapping.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.ShipmentStatus;
import io.gangway.mapping.CodeList;
import io.gangway.mapping.CodeLists;
import io.gangway.mapping.CodeRow;
import io.gangway.mapping.KnownSenders;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.MappingSpecInvalid;
import io.gangway.mapping.TransformResult;
import io.gangway.mapping.check.ShapeOracle;
import io.gangway.mapping.step.OwnOperations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As {@link ShapeSoundnessTests}, for chains with Gangway's own operations. */
class OwnShapeSoundnessTests {
    private static final long SEED = 6_660_001;
    private static final int CHAINS = 4_000;
    private static final MappingCompiler COMPILER = new MappingCompiler(MappingLimits.defaults());
    private static final CodeLists CODES = CodeLists.of(
            List.of(CodeList.of("codes", List.of(new CodeRow(List.of("a"), ShipmentStatus.DELIVERED, null, null)))));

    @Test
    void foreseesWhatGeneratedChainsMake() {
        var violations = new ArrayList<String>();
        var features = Dice.noFeatures();
        for (int i = 0; i < CHAINS; i++) {
            violations.addAll(violations(SEED * 1_000_003 + i, features));
        }
        assertThat(violations).isEmpty();
        assertThat(features.keySet())
                .contains(OwnOperations.names().stream()
                        .map("operation: %s"::formatted)
                        .toArray(String[]::new));
    }

    @Test
    void foreseesWhatSendersMake() throws IOException {
        for (var input : inputs("mappings")) {
            var sender = KnownSenders.find(
                            input.getParent().getParent().getFileName().toString())
                    .orElseThrow();
            assertThat(violation(sender.mapping(), sender.toCodeLists(), Files.readString(input)))
                    .isEmpty();
        }
    }

    @Test
    void foreseesWhatRequestsAre() throws IOException {
        for (var input : inputs("requests")) {
            var mapping = Files.readString(input.resolveSibling("mapping.json"));
            assertThat(violation(mapping, CodeLists.none(), Files.readString(input)))
                    .isEmpty();
        }
    }

    private static List<Path> inputs(String corpus) throws IOException {
        try (var files =
                Files.walk(Path.of("../mapping-engine/src/test/resources").resolve(corpus))) {
            return files.filter(file -> file.endsWith("input.json")).toList();
        }
    }

    private static Optional<String> violation(String mapping, CodeLists codes, String input) {
        var steps = Json.write(((Map<?, ?>) Json.read(mapping)).get("steps"));
        return ShapeOracle.violation(steps, input, made(mapping, codes, input).orElseThrow());
    }

    private static List<String> violations(long seed, Map<String, Integer> features) {
        var dice = new Dice(seed, features);
        var input = input(dice);
        var chain = new ArrayList<Object>();
        var document = input;
        var violations = new ArrayList<String>();
        for (int count = dice.between(1, 4); count > 0; count--) {
            chain.add(dice.chance(25) ? RandomPairs.entry(dice, document) : new RandomOwnSteps(dice).step(document));
            var made = made(Json.write(chain), CODES, Json.write(input));
            if (made.isEmpty()) {
                chain.removeLast();
                continue;
            }
            document = Json.read(made.get().getBytes(StandardCharsets.UTF_8));
            ShapeOracle.violation(Json.write(chain), Json.write(input), made.get())
                    .ifPresent(violation -> violations.add("%s in %s%nof %s%nmade %s"
                            .formatted(violation, Json.write(chain), Json.write(input), made.get())));
        }
        return violations;
    }

    private static Object input(Dice dice) {
        var input = new RandomInputs(dice).document();
        if (input instanceof Map<?, ?> map && dice.chance(80)) {
            var sources = RandomOwnSteps.sources();
            map.forEach((name, value) -> sources.put((String) name, value));
            return dice.chance(80) ? sources : List.of(sources, input);
        }
        return input;
    }

    private static Optional<String> made(String mapping, CodeLists codes, String input) {
        try {
            return COMPILER.compile(mapping, codes).transform(input.getBytes(StandardCharsets.UTF_8))
                            instanceof TransformResult.Transformed transformed
                    ? Optional.of(new String(transformed.json(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (MappingSpecInvalid refused) {
            return Optional.empty();
        }
    }
}
