package io.gangway.mapping.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs the fixtures that Jolt publishes, from a checkout of bazaarvoice/jolt:
 * {@code -Dgangway.jolt.fixtures=…/jolt-core/src/test/resources/json}.
 */
@EnabledIfSystemProperty(named = "gangway.jolt.fixtures", matches = ".+")
class PublishedFixturesDifferentialTests {
    private static final Map<String, String> OPERATIONS =
            Map.of("shiftr", "shift", "removr", "remove", "defaultr", "default", "cardinality", "cardinality");
    private static final Map<String, String> MODIFIERS = Map.of(
            "OVERWRITR", "modify-overwrite-beta", "DEFAULTR", "modify-default-beta", "DEFINR", "modify-define-beta");

    private final Path root = Path.of(System.getProperty("gangway.jolt.fixtures", "."));
    private final Comparison comparison = Comparison.ofOurEngine();
    private final Map<String, Integer> used = new TreeMap<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void makesTheSameAsJoltOfItsOwnFixtures() throws IOException {
        for (var file : fixtures()) {
            var folder = root.relativize(file.getParent()).toString().replace('\\', '/');
            run(folder, file);
        }
        System.out.println("fixtures used: %s, together %d"
                .formatted(used, used.values().stream().mapToInt(count -> count).sum()));
        skipped.forEach((name, reason) -> System.out.println("skipped %s: %s".formatted(name, reason)));
        System.out.println("known differences: %s".formatted(comparison.known().counts()));
        assertThat(used).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private List<Path> fixtures() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private void run(String folder, Path file) throws IOException {
        var name = folder + "/" + file.getFileName();
        Object content;
        try {
            content = Json.readWithComments(Files.readString(file));
        } catch (RuntimeException unreadable) {
            skipped.put(name, "no JSON: " + unreadable.getMessage());
            return;
        }
        switch (folder) {
            case "shiftr", "removr", "defaultr", "cardinality" -> operation(folder, name, asMap(content));
            case "modifier", "modifier/functions" -> modifier(folder, name, asMap(content));
            case "modifier/validation" ->
                ((List<?>) content)
                        .forEach(spec ->
                                MODIFIERS.values().forEach(modifier -> refused(folder, name, chain(modifier, spec))));
            case "sortr/simple" -> sort(folder, name, file, content);
            case "chainr/integration" -> {
                var fixture = asMap(content);
                made(
                        folder,
                        name,
                        Json.write(fixture.get("spec")),
                        fixture.get("input"),
                        fixture.get("expected"),
                        true);
            }
            case "chainr/increments" -> increments(folder, name, file, content);
            case "chainr/specformat" -> refused(folder, name, Json.write(content));
            case "sample" -> sample(folder, name, file, content);
            case "chainr/context" -> skipped.put(name, "takes values from a context, which chains of ours have not");
            case "chainr/specloading", "chainr/transforms" -> skipped.put(name, "loads classes of Java by name");
            default -> skipped.put(name, "is no transformation");
        }
    }

    private void operation(String folder, String name, Map<String, Object> fixture) {
        var chain = chain(OPERATIONS.get(folder), fixture.get("spec"));
        if (name.contains("/negative") || name.contains("/fail")) {
            refused(folder, name, chain);
        } else {
            made(folder, name, chain, fixture.get("input"), fixture.get("expected"), true);
        }
    }

    private void modifier(String folder, String name, Map<String, Object> fixture) {
        var spec = Json.write(fixture.get("spec"));
        if (spec.contains("LabelComputation")) {
            skipped.put(name, "names functions that only Jolt's tests have");
            return;
        }
        if (spec.contains("^")) {
            inContext(folder, name, fixture);
            return;
        }
        MODIFIERS.forEach((mode, operation) -> {
            if (fixture.get(mode) != null) {
                made(
                        folder,
                        name + " " + mode,
                        chain(operation, fixture.get("spec")),
                        fixture.get("input"),
                        fixture.get(mode),
                        false);
            }
        });
    }

    /** The reference runs chains without a context, so these are held against what the fixture expects. */
    private void inContext(String folder, String name, Map<String, Object> fixture) {
        MODIFIERS.forEach((mode, operation) -> {
            if (fixture.get(mode) == null) {
                return;
            }
            used.merge(folder, 1, Integer::sum);
            var made = CompiledEngine.run(
                    chain(operation, fixture.get("spec")), fixture.get("input"), fixture.get("context"));
            if (!comparable(made, false).equals(comparable(fixture.get(mode), false))) {
                wrong.add("%s %s: expected %s, made %s".formatted(name, mode, fixture.get(mode), made));
            }
        });
    }

    private void sort(String folder, String name, Path file, Object content) throws IOException {
        if (name.endsWith("/input.json")) {
            var expected = Json.readWithComments(Files.readString(file.resolveSibling("output.json")));
            made(folder, name, "[{\"operation\":\"sort\"}]", content, expected, true);
            assertThat(Json.difference(expected, madeBy(new Pair("[{\"operation\":\"sort\"}]", Json.write(content)))))
                    .isEmpty();
        }
    }

    /** Parts of one chain, named by their first operation and the one after their last. */
    private void increments(String folder, String name, Path file, Object expected) throws IOException {
        var range = file.getFileName().toString().replace(".json", "").split("-");
        if (range.length == 2) {
            var operations = (List<?>) Json.readWithComments(Files.readString(file.resolveSibling("spec.json")));
            var part = operations.subList(Integer.parseInt(range[0]), Integer.parseInt(range[1]));
            made(folder, name, Json.write(part), Map.of(), expected, true);
        }
    }

    private void sample(String folder, String name, Path file, Object content) throws IOException {
        if (name.endsWith("/input.json")) {
            var chain = Json.write(Json.readWithComments(Files.readString(file.resolveSibling("spec.json"))));
            compare(folder, name, new Pair(chain, Json.write(content)));
        }
    }

    private void made(String folder, String name, String chain, Object input, Object expected, boolean ordered) {
        var pair = new Pair(chain, Json.write(input));
        compare(folder, name, pair);
        Predicate<Object> same = actual -> comparable(actual, ordered).equals(comparable(expected, ordered));
        if (!(Result.of(new ReferenceEngine(), pair) instanceof Result.Made made)
                || !same.test(Json.read(made.json()))) {
            wrong.add("%s: jolt-core does not make what the fixture expects, but %s"
                    .formatted(name, Result.of(new ReferenceEngine(), pair)));
        }
    }

    private void refused(String folder, String name, String chain) {
        var pair = new Pair(chain, "{}");
        compare(folder, name, pair);
        if (!(Result.of(new ReferenceEngine(), pair) instanceof Result.Refused)) {
            wrong.add("%s: jolt-core does not refuse it".formatted(name));
        }
    }

    private void compare(String folder, String name, Pair pair) {
        used.merge(folder, 1, Integer::sum);
        if (comparison.of(pair) instanceof Verdict.Different different) {
            wrong.add(name + ": " + different.described());
        }
    }

    private static Object madeBy(Pair pair) {
        return switch (Result.of(ChainEngine.underTest(), pair)) {
            case Result.Made made -> Json.read(made.json());
            case Result other -> fail("The engine made nothing: %s", other);
        };
    }

    /** Jolt's own tests look neither at the order of keys nor, for modify, at the order of lists. */
    private static Object comparable(Object document, boolean ordered) {
        return switch (document) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, value) -> sorted.put((String) key, comparable(value, ordered)));
                yield sorted;
            }
            case List<?> list -> {
                var items = list.stream().map(item -> comparable(item, ordered)).toList();
                yield ordered
                        ? items
                        : items.stream()
                                .sorted(Comparator.comparing(String::valueOf))
                                .toList();
            }
            case null -> "null";
            default -> document;
        };
    }

    private static String chain(String operation, Object spec) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("operation", operation);
        entry.put("spec", spec);
        return Json.write(List.of(entry));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object content) {
        return (Map<String, Object>) content;
    }
}
