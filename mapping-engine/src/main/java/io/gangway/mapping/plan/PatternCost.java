package io.gangway.mapping.plan;

/**
 * What a regular expression can cost beyond the characters that it looks at, for {@link MatchBudget} counts no others:
 * Java repeats {@code (){1000000}} a million times without a look at the text, and {@code (|)(|)(|)…} goes all its ways
 * at the end of the text. An estimate from above, made of the signs that branch or repeat, wherever they stand.
 */
final class PatternCost {
    private static final double TOO_MUCH = 1e12;

    /** Ways that are as cheap as the characters that are counted. */
    private static final double FREE = 16;

    private PatternCost() {}

    /** In characters. */
    static long of(String pattern, int textLength) {
        double perCharacter = Math.floor(ways(pattern) / FREE);
        return pattern.length() + 16L + (long) Math.min(TOO_MUCH, perCharacter * (textLength + 1.0));
    }

    private static double ways(String pattern) {
        double ways = 1;
        double repetitions = 1;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '|', '?', '*', '+' -> ways *= 2;
                case '{' -> {
                    ways *= 2;
                    repetitions *= largestNumber(pattern, i + 1);
                }
                default -> {}
            }
        }
        // What is repeated may be a choice, and is then made anew each time.
        double choices = pattern.indexOf('(') < 0 || repetitions == 1 ? ways : Math.pow(ways, repetitions);
        return Math.min(TOO_MUCH, choices * repetitions);
    }

    /** Of {@code {2,5}}; blanks are digits' neighbours, since a pattern can ask for them to be ignored. */
    private static double largestNumber(String pattern, int from) {
        double largest = 1;
        double number = 0;
        for (int i = from; i < pattern.length() && pattern.charAt(i) != '}'; i++) {
            char character = pattern.charAt(i);
            if (character >= '0' && character <= '9') {
                number = Math.min(TOO_MUCH, 10 * number + character - '0');
                largest = Math.max(largest, number);
            } else if (character == ',') {
                number = 0;
            }
        }
        return largest;
    }
}
