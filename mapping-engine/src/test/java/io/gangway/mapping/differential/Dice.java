package io.gangway.mapping.differential;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

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
}
