package io.gangway.mapping.differential;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chance that can be repeated, and that knows which features it drew. */
final class Dice {
    private final SplittableRandom random;
    private final Map<String, Integer> features;

    Dice(long seed, Map<String, Integer> features) {
        this.random = new SplittableRandom(seed);
        this.features = features;
    }

    static Map<String, Integer> noFeatures() {
        return new TreeMap<>();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Counts {@code feature} and returns {@code drawn}. */
    <T> T as(String feature, T drawn) {
        features.merge(feature, 1, Integer::sum);
        return drawn;
    }

    /** Those alternatives of {@code key} that no key of {@code spec} has, as Jolt refuses them twice; mostly. */
    Optional<String> unlike(Map<String, ?> spec, String key) {
        if (chance(1)) {
            return Optional.of(key);
        }
        var taken = spec.keySet().stream()
                .flatMap(Dice::alternatives)
                .map(Dice::canonical)
                .collect(Collectors.toSet());
        var free = alternatives(key).filter(part -> taken.add(canonical(part))).toList();
        return free.isEmpty() ? Optional.empty() : Optional.of(String.join("|", free));
    }

    private static Stream<String> alternatives(String key) {
        return Arrays.stream(key.split("\\|"));
    }

    private static String canonical(String key) {
        return key.replaceFirst("^[+~_]", "")
                .replaceFirst("\\?$", "")
                .replaceFirst("^([&$@])(\\d)$", "$1($2,0)")
                .replaceFirst("^([&$])$", "$1(0,0)")
                .replaceFirst("^@\\((\\d),?0?\\)$", "@($1)");
    }
}
