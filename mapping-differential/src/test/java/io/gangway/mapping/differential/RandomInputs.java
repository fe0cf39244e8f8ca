package io.gangway.mapping.differential;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Documents of few different keys and values, so that wildcards match and outputs collide. */
final class RandomInputs {
    private static final List<String> KEYS = List.of(
            "a", "a", "a", "b", "b", "c", "ab", "ac", "a-b", "b-a", "a-b-c", "id", "n", "s", "list", "list", "0", "1",
            "2");
    private static final List<String> ODD_KEYS = List.of(
            "a.b", "@a", "$b", "a b", "", "*", "&", "#x", "_a", "+a", "~a", "a?", "A", "a[0]", "[0]", "é", "ключ",
            "a\nb", "a\\b", "a(b", "'a'", "@", "a*", "-1", "00", "root", "ß", "😀");
    private static final List<String> TEXTS = List.of(
            "a", "b", "c", "ab", "a-b", "id", "0", "1", "2", "", " a ", "x y", "true", "FALSE", "12.50", "7", "-3",
            "1,2", "a,b,c", "DE", "Zürich", "日本", "null", "'q'");
    private static final List<String> ODD_TEXTS = List.of(
            "NaN", "1e3", "99999999999", "0x1", "1d", "-0", "\n", "\\", "\u0001", "a.b", "[0]", "@(1,a)", "&", "😀");

    // The lower 32 bits of the larger ones are small, as Jolt takes them as indexes of arrays.
    private static final List<Object> NUMBERS = List.of(
            0,
            1,
            2,
            3,
            7,
            -1,
            12,
            250,
            4_294_967_297L,
            -5_000_000_000L,
            9_007_199_254_740_993L,
            0.0,
            1.0,
            2.5,
            -0.0,
            0.1,
            99.99,
            1.0e-7,
            -3.0e9,
            new BigInteger("18446744073709551617"),
            new BigInteger("-36893488147419103232"));
    private static final List<Object> FREQUENT_NUMBERS = List.of(0, 1, 2, 3, 10, 1.5, 2.0);

    private final Dice dice;

    RandomInputs(Dice dice) {
        this.dice = dice;
    }

    Object document() {
        var kind = dice.below(100);
        if (kind < 90) {
            return map(dice.between(1, 6), 0);
        }
        if (kind < 97) {
            return list(dice.between(0, 4), 0);
        }
        return kind < 99 ? scalar() : null;
    }

    String key() {
        return dice.chance(7) ? dice.of(ODD_KEYS) : dice.of(KEYS);
    }

    Object scalar() {
        var kind = dice.below(100);
        if (kind < 50) {
            return text();
        }
        if (kind < 80) {
            return dice.chance(60) ? dice.of(FREQUENT_NUMBERS) : dice.of(NUMBERS);
        }
        return kind < 92 ? (Object) dice.chance(50) : null;
    }

    String text() {
        return dice.chance(8) ? dice.of(ODD_TEXTS) : dice.of(TEXTS);
    }

    Object value(int depth) {
        if (depth >= 4 || dice.chance(45)) {
            return scalar();
        }
        return dice.chance(60) ? map(dice.below(5), depth) : list(dice.below(5), depth);
    }

    private LinkedHashMap<String, Object> map(int size, int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (var index = 0; index < size; index++) {
            map.put(key(), value(depth + 1));
        }
        return map;
    }

    private ArrayList<Object> list(int size, int depth) {
        var list = new ArrayList<Object>();
        var alike = dice.chance(60);
        var first = value(depth + 1);
        for (var index = 0; index < size; index++) {
            list.add(alike ? like(first, depth + 1) : value(depth + 1));
        }
        return list;
    }

    /** Another value of the kind of {@code first}, as lists of shipments or events have them. */
    private Object like(Object first, int depth) {
        return switch (first) {
            case LinkedHashMap<?, ?> map -> {
                var like = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> {
                    if (!dice.chance(12)) {
                        like.put((String) key, like(value, depth + 1));
                    }
                });
                yield like;
            }
            case ArrayList<?> list -> dice.chance(50) ? Json.copy(list) : value(depth);
            case String text -> text();
            case Number number -> dice.chance(70) ? dice.of(FREQUENT_NUMBERS) : dice.of(NUMBERS);
            case null, default -> scalar();
        };
    }
}
