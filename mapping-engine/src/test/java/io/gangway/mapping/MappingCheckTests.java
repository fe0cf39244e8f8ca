package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("measures how long a compilation takes")
class MappingCheckTests {
    private static final MappingCompiler COMPILER = new MappingCompiler(MappingLimits.defaults());

    private static Stream<KnownSender> senders() {
        return KnownSenders.all().stream().flatMap(name -> KnownSenders.find(name).stream());
    }

    @ParameterizedTest
    @MethodSource("senders")
    void findsNothingInSendersThatComeWithGangway(KnownSender sender) {
        assertThat(COMPILER.compile(sender.mapping(), sender.toCodeLists()).warnings())
                .isEmpty();
    }

    @Test
    void whatFollowsAQuoteThatNothingClosesIsText() {
        var mapping = COMPILER.compile(
                bare("{\"operation\": \"modify-default-beta\", \"spec\": {\"p\": \"=toUpper('a),@(1e5,a))\"}}"),
                CodeLists.none());
        assertThat(mapping.warnings()).isEmpty();
    }

    private static Stream<String> hostile() {
        return Stream.of(
                // as large as a mapping can be
                bare("{\"operation\": \"shift\", \"spec\": {%s}}".formatted(names(1900, "\"a%d\": \"b%d.c%d[&0].d\""))),
                // wide, again and again
                bare(
                        "{\"operation\": \"shift\", \"spec\": {%s}}".formatted(names(1900, "\"a%d\": \"b%d\"")),
                        repeated(48, "{\"operation\": \"shift\", \"spec\": {\"*\": \"&\"}}")),
                // doubling with every step
                bare(
                        "{\"operation\": \"shift\", \"spec\": {\"#x\": \"y\"}}",
                        repeated(49, "{\"operation\": \"shift\", \"spec\": {\"@\": [\"a\", \"b\"]}}")),
                // the same place over and over
                bare("{\"operation\": \"shift\", \"spec\": {%s}}".formatted(names(3000, "\"#a%d\": \"x.y\""))),
                // patterns that go back and forth
                bare(
                        "{\"operation\": \"shift\", \"spec\": {\"%s\": \"x.&\"}}".formatted("a".repeat(900)),
                        "{\"operation\": \"shift\", \"spec\": {\"x\": {\"a*a*a*a*a*a*a*a*b\": \"y\"}}}"),
                // wide, for messages
                bare(
                        "{\"operation\": \"shift\", \"spec\": {%s}}".formatted(names(1900, "\"a%d\": \"b%d\"")),
                        repeated(
                                24,
                                "{\"operation\": \"each\", \"spec\": {\"field\": \"b1\", \"keep\": \"b2\"}}, "
                                        + "{\"operation\": \"keep\", \"spec\": {\"field\": \"b3\", \"present\": true}}")),
                // many ways to go
                bare(
                        "{\"operation\": \"shift\", \"spec\": {%s}}".formatted(names(1000, "\"a%d\": \"b%d\"")),
                        whens(18)),
                // the nearest of many names, again and again
                bare(
                        "{\"operation\": \"shift\", \"spec\": {\"a\": \"a\"}}",
                        "{\"operation\": \"set\", \"spec\": {%s}}"
                                .formatted(IntStream.range(0, 4000)
                                        .mapToObj(i -> "\"n%s\":1".formatted(Integer.toString(i, 36)))
                                        .collect(Collectors.joining(","))),
                        "{\"operation\": \"first\", \"spec\": {\"field\": \"f\", \"from\": [%s]}}"
                                .formatted(String.join(",", Collections.nCopies(6000, "\"zz\"")))),
                // deep
                bare("{\"operation\": \"shift\", \"spec\": {\"a\": \"%s\"}}".formatted("x.".repeat(20_000) + "x")));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesNotLongForAnyMapping(String mapping) {
        compile(mapping);
        var durations = new long[5];
        for (int i = 0; i < durations.length; i++) {
            long start = System.nanoTime();
            compile(mapping);
            durations[i] = System.nanoTime() - start;
        }
        Arrays.sort(durations);
        System.out.println("compiled in " + Duration.ofNanos(durations[0]));
        assertThat(Duration.ofNanos(durations[0])).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void tellsWarningsBesideACompiledMapping() {
        var mapping = Mappings.compile(
                "{\"operation\": \"shift\", \"spec\": {\"@\": \"\"}}",
                "{\"operation\": \"modify-default-beta\", \"spec\": {\"rawText\": \"@(4,text)\"}}");
        assertThat(mapping.warnings())
                .containsExactly(
                        new MappingFault(
                                "never-matches",
                                "#/steps/1/spec/rawText",
                                new Place(1, 161),
                                "'@(4,text)' at #/steps/1/spec/rawText goes 4 levels up, but there are only 2, and never finds anything. Check its first number."));
    }

    @Test
    void followsLargeTables() {
        var mapping = Mappings.text(
                "{\"operation\": \"shift\", \"spec\": {\"c\": \"_c\"}}",
                "{\"operation\": \"translate\", \"spec\": {\"field\": \"service\", \"from\": \"_c\", \"table\": {%s}}}"
                        .formatted(names(900, "\"a%d\": \"b%d\"")),
                "{\"operation\": \"set\", \"spec\": {\"servise\": 1}}");
        assertThat(Mappings.faultsOf(mapping)).extracting(MappingFault::pointer).contains("#/steps/2/spec/servise");
    }

    private static void compile(String mapping) {
        try {
            COMPILER.compile(mapping, CodeLists.none());
        } catch (MappingSpecInvalid invalid) {
            assertThat(invalid.faults()).isNotEmpty();
        }
    }

    private static String bare(String... steps) {
        return "[" + String.join(", ", steps) + "]";
    }

    private static String repeated(int times, String step) {
        return String.join(", ", Collections.nCopies(times, step));
    }

    private static String whens(int depth) {
        var steps = "[%s]".formatted(depth == 0 ? "{\"operation\": \"set\", \"spec\": {\"b1\": 1}}" : whens(depth - 1));
        return "{\"operation\": \"when\", \"spec\": {\"if\": {\"field\": \"b1\", \"equals\": 1}, \"then\": %s, \"else\": [{\"operation\": \"set\", \"spec\": {\"b%d\": 2}}]}}"
                .formatted(steps, depth);
    }

    private static String names(int count, String rule) {
        return IntStream.range(0, count)
                .mapToObj(i -> rule.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining(", "));
    }
}
