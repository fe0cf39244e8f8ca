package io.gangway.mapping;

import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Mappings of all operations with whatever their keys and right sides can be, and payloads for them. */
final class HostileMappings {
    private static final List<String> NAMES =
            List.of("a", "a", "b", "b", "c", "list", "x", "0", "1", "t", "p", "", "a.b", "é", "root");
    private static final List<String> KEYS = List.of(
            "*",
            "*",
            "@",
            "&",
            "&1",
            "$",
            "$(0,1)",
            "#k",
            "@(1,a)",
            "@(0,list)",
            "@a",
            "a*",
            "*b",
            "*-*",
            "*a*b*c*",
            "a|b",
            "[0]",
            "[1]",
            "[&1]",
            "&(1,1)",
            "a[]",
            "*[]",
            "+a",
            "~b",
            "_c",
            "a?",
            "\\\\@",
            "[2147483647]",
            "2147483647",
            "-1",
            "@(9,a)",
            "&9");
    private static final List<String> PATHS = List.of(
            "x",
            "x.y",
            "x[]",
            "x[&1].y",
            "[&]",
            "[]",
            "[&1]",
            "&",
            "&1.&",
            "x.&(1,1)",
            "@(1,a)",
            "x[@(1,b)]",
            "x[#2]",
            "x.[5].y",
            "list",
            "a.a.a",
            "x[2147483647]",
            "x[99999]",
            "",
            "@(0,list).@(1,t)",
            "&&&&",
            "root",
            "x[0][1][2]");
    private static final List<String> FUNCTIONS = List.of(
            "toLower",
            "toUpper",
            "trim",
            "concat",
            "substring",
            "join",
            "split",
            "leftPad",
            "rightPad",
            "min",
            "max",
            "abs",
            "avg",
            "intSum",
            "longSum",
            "doubleSum",
            "intSubtract",
            "longSubtract",
            "doubleSubtract",
            "divide",
            "divideAndRound",
            "toInteger",
            "toLong",
            "toDouble",
            "toBoolean",
            "toString",
            "size",
            "squashNulls",
            "recursivelySquashNulls",
            "squashDuplicates",
            "noop",
            "isPresent",
            "notNull",
            "isNull",
            "firstElement",
            "lastElement",
            "elementAt",
            "toList",
            "sort");
    private static final List<String> ARGUMENTS = List.of(
            "@(1,a)",
            "@(1,b)",
            "@(1,list)",
            "@(1,t)",
            "@(1,p)",
            "@(1)",
            "@(2)",
            "@0",
            "@(5,a)",
            "1",
            "-1",
            "2147483647",
            "0",
            "400",
            "1.5e308",
            "'x'",
            "','",
            "'(a+)+b'",
            "'(|)(|)(|)'",
            "''",
            "true",
            "^c",
            "'\\u0001'",
            "null",
            "9223372036854775807");
    private static final List<String> SCALARS = List.of(
            "1",
            "0",
            "-1",
            "2147483647",
            "2147483648",
            "1e308",
            "1e-308",
            "1e400",
            "123456789012345678901234567890",
            "0.1",
            "true",
            "null",
            "\"\"",
            "\"a\"",
            "\"1\"",
            "\"a-b-c\"",
            "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
            "\"(a+)+\\\\1b\"",
            "\"((){99}){99}\"",
            "\"\\u00e9\\n\\\"\"",
            "\"😀\"",
            "\"2026-01-01T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59-18:00\"",
            "\"20260101\"",
            "\"Europe/Berlin\"",
            "\"-\"");
    private static final List<String> FORMATS = List.of(
            "iso",
            "epoch-millis",
            "epoch-seconds",
            "rfc2822",
            "yyyyMMdd",
            "dd.MM.yyyy HH:mm z",
            "uuuuuuuuu",
            "[yyyy][MM]",
            "G",
            "ppppY",
            "'",
            "EEEE n A N",
            "VV",
            "DDD[[[",
            "Q e c w W");

    private final SplittableRandom random;

    HostileMappings(SplittableRandom random) {
        this.random = random;
    }

    String mapping() {
        var steps = new StringJoiner(",", "[", "]");
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            steps.add(random.nextInt(12) == 0 ? ownStep() : step());
        }
        return random.nextInt(4) == 0
                ? "{\"mapping\":\"m\",\"target\":\"tracking-event/1\",\"steps\":%s}".formatted(steps)
                : steps.toString();
    }

    String payload() {
        return value(0);
    }

    private String ownStep() {
        return switch (random.nextInt(3)) {
            case 0 ->
                "{\"operation\":\"time\",\"spec\":{\"field\":\"%s\",\"formats\":[\"%s\",\"%s\"],\"zoneFrom\":\"t\"}}"
                        .formatted(of(NAMES), of(FORMATS), of(FORMATS));
            case 1 -> "{\"operation\":\"code\",\"spec\":{\"list\":\"codes\",\"key\":[\"%s\"]}}".formatted(of(NAMES));
            default ->
                "{\"operation\":\"country\",\"spec\":{\"field\":\"%s\",\"from\":\"%s.b\"}}"
                        .formatted(of(NAMES), of(NAMES));
        };
    }

    private String step() {
        return switch (random.nextInt(9)) {
            case 0 -> "{\"operation\":\"sort\"}";
            case 1 -> step("default", rules(0, () -> value(3)));
            case 2 -> step("remove", rules(0, () -> "\"\""));
            case 3 -> step("cardinality", rules(0, () -> random.nextInt(2) == 0 ? "\"ONE\"" : "\"MANY\""));
            case 4 -> step("modify-overwrite-beta", rules(0, this::made));
            case 5 -> step(random.nextInt(2) == 0 ? "modify-default-beta" : "modify-define-beta", rules(0, this::made));
            default -> step("shift", rules(0, this::target));
        };
    }

    private static String step(String operation, String spec) {
        return "{\"operation\":\"%s\",\"spec\":%s}".formatted(operation, spec);
    }

    private String rules(int depth, java.util.function.Supplier<String> right) {
        var rules = new java.util.LinkedHashMap<String, String>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            var key = random.nextInt(2) == 0 ? of(NAMES) : of(KEYS);
            rules.put(key, depth < 4 && random.nextInt(5) < 2 ? rules(depth + 1, right) : right.get());
        }
        var text = new StringJoiner(",", "{", "}");
        rules.forEach((key, value) -> text.add("\"%s\":%s".formatted(key, value)));
        return text.toString();
    }

    private String target() {
        return random.nextInt(5) == 0
                ? "[\"%s\",\"%s\"]".formatted(of(PATHS), of(PATHS))
                : "\"%s\"".formatted(of(PATHS));
    }

    private String made() {
        return switch (random.nextInt(8)) {
            case 0 -> value(3);
            case 1 -> "\"%s\"".formatted(of(ARGUMENTS));
            case 2 -> "\"=%s\"".formatted(of(FUNCTIONS));
            case 3 -> "[\"%s\",\"=%s(%s)\"]".formatted(of(ARGUMENTS), of(FUNCTIONS), of(ARGUMENTS));
            default -> {
                var arguments = new StringJoiner(",");
                for (int count = 1 + random.nextInt(3); count > 0; count--) {
                    arguments.add(of(ARGUMENTS));
                }
                yield "\"=%s(%s)\"".formatted(of(FUNCTIONS), arguments);
            }
        };
    }

    private String value(int depth) {
        int kind = depth >= 4 ? 0 : random.nextInt(depth == 0 ? 8 : 10);
        if (kind < 3 && depth > 0) {
            return of(SCALARS);
        }
        var items = new StringJoiner(",");
        var names = new java.util.LinkedHashSet<String>();
        boolean object = kind < 6;
        for (int count = random.nextInt(5); count > 0; count--) {
            var name = of(NAMES);
            if (!object) {
                items.add(value(depth + 1));
            } else if (names.add(name)) {
                items.add("\"%s\":%s".formatted(name, value(depth + 1)));
            }
        }
        return object ? "{" + items + "}" : "[" + items + "]";
    }

    private String of(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
