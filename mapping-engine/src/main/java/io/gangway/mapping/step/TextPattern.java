package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A pattern that a text is searched with. Immutable. */
record TextPattern(PatternProgram program, int groups) {
    /** Null and a fault if the member is no pattern. */
    static @Nullable TextPattern of(SpecObject spec, String member) {
        var text = spec.text(member);
        if (text == null) {
            return null;
        }
        try {
            var parser = new PatternParser(text);
            var pattern = parser.parse();
            return new TextPattern(PatternProgram.of(pattern, parser.groups()), parser.groups());
        } catch (IllegalArgumentException wrong) {
            spec.fault(
                    "invalid-pattern",
                    member,
                    "'%s' is not a pattern: %s. Write one such as '^[A-Z]{2}(\\d+)$'."
                            .formatted(Scalar.shown(text), wrong.getMessage()));
            return null;
        }
    }

    /** The texts of the groups of the first match, null for those that are not in it; null if there is no match. */
    @Nullable
    List<@Nullable String> find(Run run, String text) {
        run.countPatternSteps(text.length());
        var characters = text.codePoints().toArray();
        var found = program.find(run, characters);
        if (found == null) {
            return null;
        }
        return IntStream.range(0, groups)
                .<@Nullable String>mapToObj(group -> found[2 * group + 1] < 0
                        ? null
                        : new String(characters, found[2 * group], found[2 * group + 1] - found[2 * group]))
                .toList();
    }
}
