package io.gangway.mapping;

import static io.gangway.mapping.Mappings.invalid;
import static io.gangway.mapping.Mappings.made;
import static io.gangway.mapping.Mappings.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchStepTests {
    private static final String STEP = "{'operation': 'match', 'spec': {'field': 'm', 'from': 'a', 'pattern': '%s'%s}}";

    @Test
    void takesAllTheFirstGroupOrAnother() {
        var text = "{'a': 'no. DE-77 of 78'}";
        assertThat(made(STEP.formatted("[A-Z]+-\\\\d+", ""), text)).endsWith(",'m':'DE-77'}");
        assertThat(made(STEP.formatted("([A-Z]+)-(\\\\d+)", ""), text)).endsWith(",'m':'DE'}");
        assertThat(made(STEP.formatted("([A-Z]+)-(\\\\d+)", ", 'group': 2"), text))
                .endsWith(",'m':'77'}");
        assertThat(made(STEP.formatted("(?i)(?:de|nl)-(?:\\\\d{1,3})", ""), text))
                .endsWith(",'m':'DE-77'}");
        assertThat(made(STEP.formatted("\\\\b\\\\d+$", ""), text)).endsWith(",'m':'78'}");
        assertThat(made(STEP.formatted("[^\\\\w\\\\s.]", ""), text)).endsWith(",'m':'-'}");
    }

    @Test
    void leavesTheFieldAloneIfNothingMatches() {
        assertThat(made(STEP.formatted("x(y)?", ""), "[{'a': 'z', 'm': 1}, {'a': 'x'}, {'m': 2}]"))
                .isEqualTo("[{'a':'z','m':1},{'a':'x'},{'m':2}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a*)*b",
                "(a|a)*b",
                "(a|aa)+$",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(?:|){400}(?:|){200}x",
                "(.*)(.*)(.*)(.*)(.*)x"
            })
    void matchesCatastrophicPatternsInLinearTime(String pattern) {
        var text = "a".repeat(2000) + "!";
        assertThat(made(STEP.formatted(pattern, ""), "{'a': '%s'}".formatted(text)))
                .isEqualTo("{'a':'%s'}".formatted(text));
    }

    @Test
    void refusesPatternsThatLookAtTooMuch() {
        assertThat(wrong(STEP.formatted("(?:a?){900}b", ""), "{'a': '%s'}".formatted("a".repeat(100_000))))
                .containsExactly(
                        new MappingFault(
                                "pattern-too-slow",
                                "#/0",
                                "The step at #/0 failed. Its patterns looked at more than 10000000 characters. Use simpler ones."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "(a; a bracket '(' is not closed",
                "a); a bracket ')' is not opened",
                "*a; there is nothing before '*' to repeat",
                "[a; it ends too early",
                "[z-a]; a range in '[…]' goes backwards",
                "a{5,2}; '{…}' is not closed or goes backwards",
                "a{2000}; '{…}' needs numbers up to 1000",
                "(a{1000}){1000}; it repeats too much",
                "(?:(?:(?:){1000}){1000}){1000}; it repeats too much",
                "(?=a); of '(?', only '(?:' and, at its beginning, '(?i)' are possible",
                "(a)\\\\1; '\\1' means nothing",
                "\\\\p; '\\p' means nothing",
            })
    void refusesPatternsThatAreNone(String pattern, String reason) {
        assertThat(invalid(STEP.formatted(pattern, "")))
                .containsExactly(new MappingFault(
                        "invalid-pattern",
                        "#/steps/0/spec/pattern",
                        "'%s' is not a pattern: %s. Write one such as '^[A-Z]{2}(\\d+)$'."
                                .formatted(pattern.replace("\\\\", "\\"), reason)));
    }

    @Test
    void refusesLongPatternsAndGroupsThatAreNotThere() {
        assertThat(invalid(STEP.formatted("a".repeat(201), "")))
                .extracting(MappingFault::detail)
                .containsExactly(
                        "'%s…' is not a pattern: it is longer than 200 characters. Write one such as '^[A-Z]{2}(\\d+)$'."
                                .formatted("a".repeat(100)));
        assertThat(invalid(STEP.formatted("(a)", ", 'group': 2")))
                .containsExactly(
                        new MappingFault(
                                "invalid-member",
                                "#/steps/0/spec/group",
                                "The pattern at #/steps/0/spec has 1 groups, none of which is number 2. Name one of them, or 0 for all that matches."));
    }

    @Test
    void findsWhatJavaFinds() {
        var dice = new Random(11);
        int matched = 0;
        for (int i = 0; i < 3000; i++) {
            var pattern = "(" + pattern(dice, 2) + ")" + pattern(dice, 1);
            if (pattern.length() > 200) {
                continue;
            }
            var text = text(dice);
            var java = Pattern.compile(pattern).matcher(text);
            var found = java.find() ? java.group(1).strip() : "";
            matched += found.isEmpty() ? 0 : 1;
            assertThat(made(STEP.formatted(pattern.replace("\\", "\\\\"), ""), "{'a': '%s'}".formatted(text)))
                    .as("%s in %s", pattern, text)
                    .isEqualTo(
                            found.isEmpty()
                                    ? "{'a':'%s'}".formatted(text)
                                    : "{'a':'%s','m':'%s'}".formatted(text, found));
        }
        assertThat(matched).isGreaterThan(1000);
    }

    private static String text(Random dice) {
        var text = new StringBuilder("a");
        for (int i = dice.nextInt(12); i > 0; i--) {
            text.append("aab1 -".charAt(dice.nextInt(6)));
        }
        return text.append("b").toString();
    }

    /** What is repeated never matches nothing, for what that means differs between engines. */
    private static String pattern(Random dice, int depth) {
        var pattern = new StringBuilder();
        for (int i = 1 + dice.nextInt(3); i > 0; i--) {
            pattern.append(
                    switch (dice.nextInt(depth == 0 ? 5 : 8)) {
                        case 0 -> "a";
                        case 1 -> "[ab]" + quantifier(dice);
                        case 2 -> "\\w" + quantifier(dice);
                        case 3 -> "[^a-]" + quantifier(dice);
                        case 4 -> "." + quantifier(dice);
                        case 5 -> "(?:a" + pattern(dice, depth - 1) + "|b)" + quantifier(dice);
                        case 6 -> "(?:" + pattern(dice, depth - 1) + "|" + pattern(dice, depth - 1) + ")";
                        default -> dice.nextBoolean() ? "\\b" : "\\d?";
                    });
        }
        return pattern.toString();
    }

    private static String quantifier(Random dice) {
        return new String[] {"", "*", "+", "?", "{2}", "{1,3}", "*?", "+?", "??", "{1,}"}[dice.nextInt(10)];
    }
}
