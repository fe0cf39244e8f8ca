package io.gangway.mapping;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attacks on the limits of a run, by the limit that ends them. */
final class Attacks {
    private static final int MANY = 50_000;

    /** An array {@code x} that holds an array of numbers as often as that has numbers. */
    private static final String SQUARE = shift("{\"list\": {\"*\": {\"@(1)\": \"x[]\"}}}");

    /** Puts the document into itself as {@code self}. */
    private static final String KNOT = modify("{\"self\": \"@(1)\"}");

    private Attacks() {}

    static Stream<Attack> all() {
        return Stream.of(indexes(), texts(), copies(), knots(), patterns(), names(), rules(), squares(), levels())
                .flatMap(List::stream);
    }

    private static List<Attack> indexes() {
        return List.of(
                Attack.of(
                        "index from a name",
                        shift("{\"a\": {\"*\": \"[&]\"}}"),
                        "{\"a\": {\"1999999999\": 1}}",
                        "too-many-items"),
                Attack.of(
                        "largest index from a name",
                        shift("{\"a\": {\"*\": \"[&]\"}}"),
                        "{\"a\": {\"2147483647\": 1}}",
                        "too-many-items"),
                Attack.of(
                        "index from a value",
                        shift("{\"a\": \"x[@(1,n)]\"}"),
                        "{\"a\": 1, \"n\": 1999999999}",
                        "too-many-items"),
                Attack.of(
                        "largest index from a value",
                        shift("{\"a\": \"x[@(1,n)].y\"}"),
                        "{\"a\": 1, \"n\": 2147483647}",
                        "too-many-items"),
                Attack.of("stated index", shift("{\"a\": \"x[2000000000]\"}"), "{\"a\": 1}", "too-many-items"),
                Attack.of("largest stated index", shift("{\"a\": \"x[2147483647]\"}"), "{\"a\": 1}", "too-many-items"),
                Attack.of(
                        "index of a default",
                        step("default", "{\"a[]\": {\"99999999\": \"x\"}}"),
                        "{}",
                        "too-many-items"),
                Attack.of(
                        "largest index of a default",
                        step("default", "{\"a[]\": {\"2147483647\": \"x\"}}"),
                        "{}",
                        "too-many-items"),
                Attack.of(
                        "index of a modify",
                        modify("{\"a\": {\"[2000000000]\": \"x\"}}"),
                        "{\"a\": []}",
                        "too-many-items"),
                Attack.of(
                        "largest index of a modify",
                        modify("{\"a\": {\"[2147483647]\": \"x\"}}"),
                        "{\"a\": []}",
                        "too-many-items"),
                Attack.of(
                        "thousands of high indexes",
                        shift("{\"*\": {\"*\": \"&1.[&]\"}}"),
                        object(20_000, i -> "{\"1000\": 1}"),
                        "too-many-items"),
                Attack.of(
                        "list that grows while it is visited",
                        shift("{\"@\": \"x\", \"list\": {\"*\": {\"@(1)\": \"x.list\"}}}"),
                        "{\"list\": [1, 2]}",
                        "too-many-items"));
    }

    private static List<Attack> texts() {
        return List.of(
                Attack.of(
                        "text that doubles",
                        repeat(40, modifyStep("{\"x\": \"=concat(@(1,x),@(1,x))\"}")),
                        "{\"x\": \"0123456789\"}",
                        "too-much-text"),
                Attack.of(
                        "escapes that double",
                        repeat(40, modifyStep("{\"x\": \"=concat(@(1,x),@(1,x))\"}")),
                        "{\"x\": \"\\u0001\\u0002\"}",
                        "too-much-text"),
                Attack.of(
                        "text joined thousands of times",
                        modify("{\"x\": \"=join(@(1,t)%s)\"}".formatted(",@(1,t)".repeat(5000))),
                        "{\"t\": \"%s\"}".formatted("t".repeat(100_000)),
                        "too-much-text"),
                Attack.of(
                        "name made of thousands of names",
                        shift("{\"*\": \"%s\"}".formatted("&".repeat(30_000))),
                        "{\"%s\": 1}".formatted("n".repeat(1000)),
                        "too-much-text"),
                Attack.of(
                        "wide padding",
                        modify("{\"*\": \"=leftPad('x', 500, '0')\"}"),
                        object(MANY, i -> "1"),
                        "too-much-text"),
                Attack.of(
                        "long text measured again and again",
                        modify("{\"r*\": \"=size(@(1,t))\"}"),
                        longTextBesideMany(),
                        "too-many-steps"),
                Attack.of(
                        "long constant everywhere",
                        modify("{\"*\": \"%s\"}".formatted("c".repeat(60_000))),
                        object(MANY, i -> "1"),
                        "too-many-steps"),
                Attack.of(
                        "long text sorted in thousands of copies",
                        chain(shiftStep("{\"*\": {\"@(1,t)\": \"x[]\"}}"), modifyStep("{\"x\": \"=sort\"}")),
                        longTextBesideMany(),
                        "too-many-values"));
    }

    private static List<Attack> copies() {
        var doubled = shiftStep("{\"@\": [\"a\", \"b\"]}");
        return List.of(
                Attack.of(
                        "copies of the payload for each of its parts",
                        shift("{\"*\": {\"@1\": \"[]\"}}"),
                        object(MANY, i -> "1"),
                        "output-too-large"),
                Attack.of("billion laughs written", repeat(40, doubled), "{\"x\": 1}", "output-too-large"),
                Attack.of(
                        "billion laughs sorted",
                        repeat(40, doubled, operation("sort")),
                        "{\"x\": 1}",
                        "too-many-items"),
                Attack.of(
                        "billion laughs squashed",
                        repeat(40, doubled, modifyStep("{\"a\": \"=recursivelySquashNulls\"}")),
                        "{\"x\": 1}",
                        "too-many-steps"),
                Attack.of(
                        "billion laughs as a text",
                        repeat(40, doubled, modifyStep("{\"a\": \"=toString\"}")),
                        "{\"x\": 1}",
                        "too-many-values"),
                Attack.of(
                        "billion laughs without duplicates",
                        repeat(40, doubled, modifyStep("{\"c\": \"=squashDuplicates(@(1,a),@(1,b))\"}")),
                        "{\"x\": 1}",
                        "too-many-values"),
                Attack.of(
                        "billion laughs as a message",
                        typed(String.join(", ", java.util.Collections.nCopies(40, doubled))),
                        "{\"x\": 1}",
                        "too-many-values"),
                Attack.of(
                        "billion laughs as messages",
                        typed(String.join(
                                ", ", java.util.Collections.nCopies(40, shiftStep("{\"@\": [\"[0]\", \"[1]\"]}")))),
                        "{\"x\": 1}",
                        "too-many-values"));
    }

    private static List<Attack> knots() {
        return List.of(
                Attack.of("knot written", KNOT, "{\"a\": 1}", "too-deep"),
                Attack.of(
                        "knot of a shift",
                        shift("{\"@\": \"x\", \"a\": {\"@(1)\": \"x.self\"}}"),
                        "{\"a\": 1}",
                        "too-deep"),
                Attack.of("knot as a message", typed(modifyStep("{\"+_self\": \"@(1)\"}")), "{\"a\": 1}", "too-deep"),
                Attack.of(
                        "knot of arrays as messages",
                        typed(shiftStep("{\"@\": \"[]\"}"), modifyStep("{\"[0]\": \"@(1)\"}")),
                        "{\"a\": 1}",
                        "too-deep"),
                Attack.of("knot sorted", chain(knot(), operation("sort")), "{\"a\": 1}", "too-deep"),
                Attack.of(
                        "knot squashed",
                        chain(knot(), modifyStep("{\"self\": \"=recursivelySquashNulls\"}")),
                        "{\"a\": 1}",
                        "too-deep"),
                Attack.of(
                        "knot as a text",
                        chain(knot(), modifyStep("{\"x\": \"=concat(@(1,self), '')\"}")),
                        "{\"a\": 1}",
                        "too-deep"),
                Attack.of(
                        "knot as texts",
                        chain(knot(), modifyStep("{\"x\": \"=toString(@(1,self))\"}")),
                        "{\"a\": 1}",
                        "too-deep"),
                Attack.of(
                        "knot among duplicates",
                        chain(knot(), modifyStep("{\"x\": \"=squashDuplicates(@(1,self), @(1,self))\"}")),
                        "{\"a\": 1}",
                        "too-deep"),
                Attack.of(
                        "knot among the sorted",
                        chain(knot(), modifyStep("{\"x\": \"=sort(@(1,self), @(1,self))\"}")),
                        "{\"a\": 1}",
                        "too-deep"),
                Attack.of(
                        "knot among many",
                        chain(knot(), operation("cardinality", "{\"a\": \"MANY\", \"b\": \"MANY\"}")),
                        "{\"a\": 1}",
                        "too-deep"));
    }

    private static List<Attack> patterns() {
        var split = modify("{\"x\": \"=split(@(1,p), @(1,t))\"}");
        return List.of(
                Attack.of(
                        "pattern that goes back and forth",
                        modify("{\"x\": \"=split('(a+)+\\\\1b', @(1,t))\"}"),
                        "{\"t\": \"%s\"}".formatted("a".repeat(1000)),
                        "pattern-too-slow"),
                Attack.of(
                        "pattern of the payload",
                        split,
                        pattern("(a|aa)+\\\\1b", "a".repeat(1000)),
                        "pattern-too-slow"),
                Attack.of("pattern that repeats nothing", split, pattern("(?:){2000000000}", "a"), "pattern-too-slow"),
                Attack.of(
                        "pattern that repeats repetitions of nothing",
                        split,
                        pattern("((){60000}){60000}", ""),
                        "pattern-too-slow"),
                Attack.of(
                        "pattern that hides its repetitions",
                        split,
                        pattern("(?x)((){60000}) {60000}", ""),
                        "pattern-too-slow"),
                Attack.of(
                        "pattern of choices at the end of the text",
                        split,
                        pattern("(|)".repeat(40) + "(?=x)", ""),
                        "pattern-too-slow"),
                Attack.of(
                        "pattern of nested repetitions",
                        split,
                        pattern("((a{0,30}){0,30}){0,30}b", "a".repeat(100)),
                        "pattern-too-slow"),
                Attack.of(
                        "pattern that looks behind",
                        split,
                        pattern("(?<=(?!)a{0,100000})x", "a".repeat(90_000)),
                        "pattern-too-slow"),
                Attack.of(
                        "long pattern again and again",
                        modify("{\"*\": \"=split(@(1,p), 'abc')\"}"),
                        "{\"p\": \"%s\", %s"
                                .formatted(
                                        "p|".repeat(40_000),
                                        object(MANY, i -> "1").substring(1)),
                        "pattern-too-slow"),
                Attack.of(
                        "name of many stars",
                        shift("{\"%s\": \"x\"}".formatted("*a".repeat(12) + "*b")),
                        "{\"%s\": 1}".formatted("a".repeat(1000)),
                        "pattern-too-slow"),
                Attack.of(
                        "name of two stars with a long middle",
                        chain(
                                shiftStep("{\"*\": \"@(1,t).x[]\"}"),
                                shiftStep("{%s}"
                                        .formatted(IntStream.range(0, 50)
                                                .mapToObj(i -> "\"*%s%db*\": \"x\"".formatted("a".repeat(900), i))
                                                .collect(Collectors.joining(","))))),
                        "{\"t\": \"%s\"}".formatted("a".repeat(100_000)),
                        "pattern-too-slow"));
    }

    private static List<Attack> names() {
        var alike = IntStream.range(0, 20_000)
                .mapToObj(i -> "[\"%s\"]".formatted(alike(i)))
                .collect(Collectors.joining(","));
        return List.of(
                Attack.of(
                        "duplicates of one hash",
                        modify("{\"x\": \"=squashDuplicates\"}"),
                        "{\"x\": [" + alike + "]}",
                        "too-many-steps"),
                Attack.of(
                        "thousands become many",
                        step("cardinality", "{%s}".formatted(rules(3000, "\"MANY\""))),
                        object(MANY, i -> "1"),
                        "too-many-steps"),
                Attack.of(
                        "names made of values",
                        repeat(50, shiftStep("{\"*\": [\"a&\", \"b&\"]}")),
                        object(MANY, i -> "1"),
                        "too-many-items"));
    }

    private static List<Attack> rules() {
        var objects = "[" + "{\"z\":1},".repeat(MANY) + "{}]";
        return List.of(
                Attack.of(
                        "rules of a shift",
                        shift("{\"*\": {%s}}".formatted(rules(4000, "\"x\""))),
                        objects,
                        "too-many-steps"),
                Attack.of(
                        "patterns of a shift",
                        shift("{\"*\": {%s}}".formatted(rules(4000, "\"x\"").replace("\":", "*\":"))),
                        objects,
                        "too-many-steps"),
                Attack.of(
                        "names and patterns of a shift",
                        shift("{\"*\": {\"r*\": \"y\", \"*\": \"z\", %s}}".formatted(rules(4000, "\"x\""))),
                        objects,
                        "too-many-steps"),
                Attack.of(
                        "rules of a remove",
                        step("remove", "{\"*\": {%s}}".formatted(rules(4000, "\"\""))),
                        objects,
                        "too-many-steps"),
                Attack.of(
                        "rules of a modify",
                        modify("{\"*\": {%s}}".formatted(rules(4000, "\"=noop\""))),
                        objects,
                        "too-many-steps"),
                Attack.of(
                        "rules of a default",
                        step("default", "{\"*\": {%s}}".formatted(rules(4000, "\"x\""))),
                        object(MANY, i -> "{}"),
                        "too-many-items"),
                Attack.of(
                        "alternatives of a default",
                        step("default", "{\"*\": {%s}}".formatted(alternatives())),
                        object(MANY, i -> "{}"),
                        "too-many-steps"),
                Attack.of(
                        "arguments of a call",
                        modify("{\"*\": \"=noop(%s)\"}".formatted("1,".repeat(20_000))),
                        object(MANY, i -> "1"),
                        "too-many-values"),
                Attack.of(
                        "empty arguments of a call",
                        modify("{\"*\": \"=noop(%s)\"}".formatted(",".repeat(60_000))),
                        object(MANY, i -> "1"),
                        "too-many-steps"),
                Attack.of(
                        "functions that find nothing",
                        modify("{\"*\": [%s\"=noop\"]}".formatted("\"=noop\",".repeat(6000))),
                        object(MANY, i -> "1"),
                        "too-many-steps"),
                Attack.of(
                        "targets of a rule",
                        shift("{\"*\": [%s\"x\"]}".formatted("\"x.y\",".repeat(9000))),
                        object(MANY, i -> "1"),
                        "too-many-steps"),
                Attack.of(
                        "path of thousands of parts",
                        shift("{\"*\": \"%sx\"}".formatted("x.".repeat(30_000))),
                        object(MANY, i -> "1"),
                        "too-many-steps"),
                Attack.of(
                        "formats of a time",
                        """
                        {"mapping": "m", "target": "tracking-event/1", "steps": [{"operation": "time", "spec": {"field": "occurredAt",
                         "zone": "UTC", "formats": [%s"iso"]}}]}""".formatted("\"yyyyMMdd\", ".repeat(19)),
                        "[" + "{\"occurredAt\":\"x\"},".repeat(MANY) + "{}]",
                        "too-many-steps"),
                Attack.of(
                        "list copied for each member",
                        modify("{\"r*\": \"=firstElement(@(1,list))\"}"),
                        "{\"list\": [%s1], %s"
                                .formatted(
                                        "1,".repeat(100_000),
                                        object(MANY, i -> "1").substring(1)),
                        "too-many-steps"));
    }

    private static List<Attack> squares() {
        var list = "{\"list\": [" + "1,".repeat(MANY) + "1]}";
        return List.of(
                Attack.of("square written", SQUARE, list, "output-too-large"),
                Attack.of(
                        "square removed from",
                        squared(operation("remove", "{\"x\": {\"*\": {\"5\": \"\"}}}")),
                        list,
                        "too-many-steps"),
                Attack.of(
                        "square filled",
                        squared(operation("default", "{\"x[]\": {\"*[]\": {\"*\": \"y\"}}}")),
                        list,
                        "too-many-steps"),
                Attack.of(
                        "square modified",
                        squared(modifyStep("{\"x\": {\"*\": {\"*\": \"=noop\"}}}")),
                        list,
                        "too-many-steps"),
                Attack.of(
                        "square shifted",
                        squared(shiftStep("{\"x\": {\"*\": {\"*\": \"x\"}}}")),
                        list,
                        "too-many-items"),
                Attack.of(
                        "square squashed",
                        squared(modifyStep("{\"x\": \"=recursivelySquashNulls\"}")),
                        list,
                        "too-many-steps"),
                Attack.of(
                        "square counted",
                        squared(operation("cardinality", "{\"x\": {\"*\": {\"y\": \"ONE\"}}}")),
                        list,
                        "too-many-steps"),
                Attack.of("square sorted", squared(operation("sort")), list, "too-many-items"),
                Attack.of(
                        "square joined", squared(modifyStep("{\"y\": \"=concat(@(1,x))\"}")), list, "too-many-values"),
                Attack.of(
                        "square as messages",
                        typed(shiftStep("{\"list\": {\"*\": {\"@(1)\": \"[]\"}}}")),
                        list,
                        "too-many-values"));
    }

    private static List<Attack> levels() {
        return List.of(
                Attack.of("deep payload", shift("{\"a\": \"x\"}"), "[".repeat(500_000), "too-deep"),
                Attack.of(
                        "deep payload of which nothing is read",
                        shift("{\"a\": \"x\"}"),
                        "{\"b\": " + "{\"a\":".repeat(100_000),
                        "too-deep"),
                Attack.of(
                        "deep result", shift("{\"a\": \"%sx\"}".formatted("x.".repeat(100))), "{\"a\": 1}", "too-deep"),
                Attack.of(
                        "deep result by many steps",
                        repeat(50, shiftStep("{\"@\": \"x.x\"}")),
                        "{\"a\": 1}",
                        "too-deep"));
    }

    private static String longTextBesideMany() {
        return "{\"t\": \"%s\", %s"
                .formatted("t".repeat(100_000), object(MANY, i -> "1").substring(1));
    }

    private static String pattern(String pattern, String text) {
        return "{\"p\": \"%s\", \"t\": \"%s\"}".formatted(pattern, text);
    }

    /** Texts of 30 letters that have the same hash in Java. */
    static String alike(int number) {
        return IntStream.range(0, 15)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static String rules(int count, String right) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"r%d\":%s".formatted(i, right))
                .collect(Collectors.joining(","));
    }

    /** Forty keys of 120 names each. */
    private static String alternatives() {
        return IntStream.range(0, 40)
                .mapToObj(key -> "\"%s\": \"x\""
                        .formatted(IntStream.range(0, 120)
                                .mapToObj(i -> "r%d_%d".formatted(key, i))
                                .collect(Collectors.joining("|"))))
                .collect(Collectors.joining(","));
    }

    static String object(int count, java.util.function.IntFunction<String> value) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"r%d\":%s".formatted(i, value.apply(i)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String knot() {
        return modifyStep("{\"self\": \"@(1)\"}");
    }

    private static String squared(String step) {
        return chain(shiftStep("{\"list\": {\"*\": {\"@(1)\": \"x[]\"}}}"), step);
    }

    static String chain(String... steps) {
        return "[" + String.join(", ", steps) + "]";
    }

    private static String repeat(int count, String step, String... then) {
        return chain(Stream.concat(java.util.Collections.nCopies(count, step).stream(), Stream.of(then))
                .toArray(String[]::new));
    }

    private static String typed(String... steps) {
        return Mappings.text(steps);
    }

    static String operation(String operation, String spec) {
        return "{\"operation\": \"%s\", \"spec\": %s}".formatted(operation, spec);
    }

    private static String operation(String operation) {
        return "{\"operation\": \"%s\"}".formatted(operation);
    }

    private static String step(String operation, String spec) {
        return chain(operation(operation, spec));
    }

    static String shiftStep(String spec) {
        return operation("shift", spec);
    }

    static String modifyStep(String spec) {
        return operation("modify-overwrite-beta", spec);
    }

    static String shift(String spec) {
        return chain(shiftStep(spec));
    }

    static String modify(String spec) {
        return chain(modifyStep(spec));
    }
}
