package io.gangway.mapping;

import io.gangway.mapping.plan.Budget;

/**
 * What a mapping and a payload may cost.
 *
 * @param inputBytes size of a payload
 * @param specCharacters size of a mapping
 * @param operations steps of a mapping
 * @param depth nesting of objects and arrays, in payloads, mappings and results
 * @param nodes objects, arrays and values in a payload; and, by itself, what the operations make on the way
 * @param stringLength characters of one text in a payload and in a message
 * @param workBytes of the payload and of all texts that the operations make on the way
 * @param outputBytes of a result
 * @param steps rules applied to values, and values looked at
 * @param patternSteps characters that the patterns of a mapping look at
 * @param messages messages from one payload
 * @param faults faults that are told before "more-faults"
 */
public record MappingLimits(
        int inputBytes,
        int specCharacters,
        int operations,
        int depth,
        int nodes,
        int stringLength,
        int workBytes,
        int outputBytes,
        long steps,
        long patternSteps,
        int messages,
        int faults) {

    /** How much more than it reads a run may make: values, and members and items. */
    private static final int NODES = 10;

    private static final int CELLS = 20;
    private static final int CONVERTED = 2;

    /** What an array of Java's can have, with something to spare for the reading of eight bytes at once. */
    private static final int ARRAY = Integer.MAX_VALUE - 64;

    /** Levels that fit on the stack of a thread. */
    private static final int DEPTH = 1000;

    public MappingLimits {
        if (inputBytes < 1
                || specCharacters < 1
                || operations < 1
                || depth < 1
                || nodes < 1
                || stringLength < 1
                || workBytes < 1
                || outputBytes < 1
                || steps < 1
                || patternSteps < 1
                || messages < 1
                || faults < 1) {
            throw new IllegalArgumentException("Every limit of a mapping is at least 1.");
        }
        if (depth > DEPTH) {
            throw new IllegalArgumentException(
                    "The limit of depth is %d. At most %d are possible, or threads run out of stack."
                            .formatted(depth, DEPTH));
        }
    }

    /**
     * 1 MiB of input, 64 Ki characters of mapping, 50 operations, depth 64, 200,000 nodes, texts of 100,000 characters,
     * 16 MiB of work, 8 MiB of output, 20 million steps, 10 million characters of patterns, 1000 messages, 20 faults.
     */
    public static MappingLimits defaults() {
        return new MappingLimits(
                1 << 20, 64 << 10, 50, 64, 200_000, 100_000, 16 << 20, 8 << 20, 20_000_000, 10_000_000, 1000, 20);
    }

    Budget budget() {
        return new Budget(
                (int) Math.min(ARRAY / 4, (long) NODES * nodes),
                // An index of an object takes four times its members.
                (int) Math.min(ARRAY / 8, (long) CELLS * nodes),
                Math.min(ARRAY, workBytes),
                steps,
                patternSteps,
                (int) Math.min(ARRAY, (long) CONVERTED * nodes),
                Math.min(ARRAY, outputBytes));
    }
}
