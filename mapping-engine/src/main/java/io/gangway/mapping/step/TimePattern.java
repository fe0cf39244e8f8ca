package io.gangway.mapping.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a pattern of {@code java.time}: runs of one letter, and what stands between them. */
record TimePattern(List<Part> parts) {
    /** Letters of a time of day. */
    static final String TIMES = "HhKkmsSnNA";

    /** @param letter of a run; 0 for what is no letter, or quoted */
    record Part(char letter, String text) {
        int length() {
            return text.length();
        }

        boolean isOneOf(String letters) {
            return letter != 0 && letters.indexOf(letter) >= 0;
        }

        /** As long, of another letter. */
        Part of(char other) {
            return new Part(other, String.valueOf(other).repeat(length()));
        }
    }

    TimePattern {
        parts = List.copyOf(parts);
    }

    static TimePattern of(String pattern) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < pattern.length(); ) {
            int end = end(pattern, i);
            var text = pattern.substring(i, end);
            parts.add(new Part(isLetter(text.charAt(0)) ? text.charAt(0) : 0, text));
            i = end;
        }
        return new TimePattern(parts);
    }

    private static int end(String pattern, int start) {
        char first = pattern.charAt(start);
        if (first == '\'') {
            int quote = pattern.indexOf('\'', start + 1);
            return quote < 0 ? pattern.length() : quote + 1;
        }
        int end = start + 1;
        while (isLetter(first) && end < pattern.length() && pattern.charAt(end) == first) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    boolean has(String letters) {
        return has(part -> part.isOneOf(letters));
    }

    boolean has(Predicate<Part> wanted) {
        return parts.stream().anyMatch(wanted);
    }

    /** The run of a letter before a part, whatever stands between; null if there is none. */
    @Nullable
    Part before(int index) {
        return next(index, -1);
    }

    /** The run of a letter after a part, whatever stands between; null if there is none. */
    @Nullable
    Part after(int index) {
        return next(index, 1);
    }

    private @Nullable Part next(int index, int step) {
        for (int i = index + step; i >= 0 && i < parts.size(); i += step) {
            if (parts.get(i).letter() != 0) {
                return parts.get(i);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
