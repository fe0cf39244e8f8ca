package io.gangway.mapping;

/**
 * What a mapping and a payload may cost.
 *
 * @param inputBytes size of a payload
 * @param specCharacters size of a mapping
 * @param steps steps of a mapping
 * @param depth nesting of objects and arrays, in payloads, mappings and after every step
 * @param nodes objects, arrays and values in a payload and after every step
 * @param stringLength characters of one text in a payload and after every step
 * @param messages messages from one payload
 * @param faults faults that are told before "more-faults"
 */
public record MappingLimits(
        int inputBytes,
        int specCharacters,
        int steps,
        int depth,
        int nodes,
        int stringLength,
        int messages,
        int faults) {

    public MappingLimits {
        if (inputBytes < 1
                || specCharacters < 1
                || steps < 1
                || depth < 1
                || nodes < 1
                || stringLength < 1
                || messages < 1
                || faults < 1) {
            throw new IllegalArgumentException("Every limit of a mapping is at least 1.");
        }
    }

    /** 1 MiB of input, 64 Ki characters of mapping, 50 steps, depth 64, 200,000 nodes, 1000 messages, 20 faults. */
    public static MappingLimits defaults() {
        return new MappingLimits(1024 * 1024, 64 * 1024, 50, 64, 200_000, 100_000, 1000, 20);
    }
}
