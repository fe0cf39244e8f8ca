package io.gangway.mapping.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads patterns: what regular expressions have in common everywhere, without lookaround and back references. Throws
 * {@link IllegalArgumentException} that says what is wrong.
 */
final class PatternParser {
    private static final int LENGTH = 200;
    private static final int REPETITIONS = 1000;
    private static final String IGNORING_CASE = "(?i)";
    private static final int END = -1;

    private final int[] pattern;
    private final boolean ignoringCase;
    private int at;
    private int groups = 1;

    PatternParser(String text) {
        if (text.length() > LENGTH) {
            throw new IllegalArgumentException("it is longer than %d characters".formatted(LENGTH));
        }
        ignoringCase = text.startsWith(IGNORING_CASE);
        pattern = (ignoringCase ? text.substring(IGNORING_CASE.length()) : text)
                .codePoints()
                .toArray();
    }

    /** With the whole match, which is group 0. */
    int groups() {
        return groups;
    }

    PatternNode parse() {
        var choice = choice();
        if (at < pattern.length) {
            throw new IllegalArgumentException("a bracket ')' is not opened");
        }
        return new PatternNode.Group(choice, 0);
    }

    static boolean isWord(int character) {
        return character == '_' || isDigit(character) || (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isSpace(int character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private PatternNode choice() {
        var choices = new ArrayList<PatternNode>();
        choices.add(sequence());
        while (take('|')) {
            choices.add(sequence());
        }
        return choices.size() == 1 ? choices.getFirst() : new PatternNode.Choice(List.copyOf(choices));
    }

    private PatternNode sequence() {
        var parts = new ArrayList<PatternNode>();
        while (peek() != END && peek() != '|' && peek() != ')') {
            parts.add(repeated(atom()));
        }
        return new PatternNode.Sequence(List.copyOf(parts));
    }

    private PatternNode atom() {
        int character = next();
        return switch (character) {
            case '(' -> group();
            case '[' -> one(characterClass());
            case '.' -> new PatternNode.One(any -> any != '\n');
            case '^' -> new PatternNode.Edge(PatternProgram.Place.START);
            case '$' -> new PatternNode.Edge(PatternProgram.Place.END);
            case '*', '+', '?' ->
                throw new IllegalArgumentException(
                        "there is nothing before '%s' to repeat".formatted(Character.toString(character)));
            case '\\' -> escape();
            default -> one(found -> found == character);
        };
    }

    private PatternNode escape() {
        return switch (peek()) {
            case 'b' -> {
                at++;
                yield new PatternNode.Edge(PatternProgram.Place.WORD_EDGE);
            }
            case 'B' -> {
                at++;
                yield new PatternNode.Edge(PatternProgram.Place.NO_WORD_EDGE);
            }
            default -> one(escaped());
        };
    }

    private PatternNode.One one(IntPredicate characters) {
        return new PatternNode.One(folding(characters));
    }

    private IntPredicate folding(IntPredicate characters) {
        return !ignoringCase
                ? characters
                : character -> characters.test(character)
                        || characters.test(Character.toLowerCase(character))
                        || characters.test(Character.toUpperCase(character));
    }

    private PatternNode group() {
        boolean captures = true;
        if (take('?')) {
            if (!take(':')) {
                throw new IllegalArgumentException("of '(?', only '(?:' and, at its beginning, '(?i)' are possible");
            }
            captures = false;
        }
        int number = captures ? groups++ : 0;
        var choice = choice();
        if (!take(')')) {
            throw new IllegalArgumentException("a bracket '(' is not closed");
        }
        return captures ? new PatternNode.Group(choice, number) : choice;
    }

    private IntPredicate characterClass() {
        boolean negated = take('^');
        IntPredicate characters = none -> false;
        boolean first = true;
        while (first || peek() != ']') {
            first = false;
            int character = next();
            if (character == '[' && peek() == ':') {
                throw new IllegalArgumentException("classes such as '[:digit:]' are not possible; write '\\d'");
            }
            if (character == '\\' && !isSymbol(peek())) {
                characters = characters.or(escaped());
                continue;
            }
            int from = character == '\\' ? next() : character;
            int to = from;
            if (peek() == '-' && at + 1 < pattern.length && pattern[at + 1] != ']') {
                at++;
                to = next();
                to = to == '\\' ? next() : to;
            }
            if (to < from) {
                throw new IllegalArgumentException("a range in '[…]' goes backwards");
            }
            int last = to;
            characters = characters.or(found -> found >= from && found <= last);
        }
        at++;
        return negated ? folding(characters).negate() : characters;
    }

    private IntPredicate escaped() {
        int character = next();
        if (isSymbol(character)) {
            return found -> found == character;
        }
        return switch (character) {
            case 'd' -> PatternParser::isDigit;
            case 'D' -> found -> !isDigit(found);
            case 'w' -> PatternParser::isWord;
            case 'W' -> found -> !isWord(found);
            case 's' -> PatternParser::isSpace;
            case 'S' -> found -> !isSpace(found);
            case 't' -> found -> found == '\t';
            case 'n' -> found -> found == '\n';
            case 'r' -> found -> found == '\r';
            default ->
                throw new IllegalArgumentException("'\\%s' means nothing".formatted(Character.toString(character)));
        };
    }

    private static boolean isSymbol(int character) {
        return character != END && character < 128 && !Character.isLetterOrDigit(character);
    }

    private PatternNode repeated(PatternNode part) {
        int least;
        int most;
        switch (peek()) {
            case '*' -> {
                least = 0;
                most = PatternNode.UNLIMITED;
            }
            case '+' -> {
                least = 1;
                most = PatternNode.UNLIMITED;
            }
            case '?' -> {
                least = 0;
                most = 1;
            }
            case '{' -> {
                at++;
                least = count();
                most = !take(',') ? least : peek() == '}' ? PatternNode.UNLIMITED : count();
                if (peek() != '}' || (most != PatternNode.UNLIMITED && most < least)) {
                    throw new IllegalArgumentException("'{…}' is not closed or goes backwards");
                }
            }
            default -> {
                return part;
            }
        }
        at++;
        boolean greedy = !take('?');
        return repeated(new PatternNode.Repeat(part, least, most, greedy));
    }

    private int count() {
        int count = 0;
        int start = at;
        while (isDigit(peek()) && count <= REPETITIONS) {
            count = 10 * count + next() - '0';
        }
        if (at == start || count > REPETITIONS) {
            throw new IllegalArgumentException("'{…}' needs numbers up to %d".formatted(REPETITIONS));
        }
        return count;
    }

    private int peek() {
        return at < pattern.length ? pattern[at] : END;
    }

    private int next() {
        if (at == pattern.length) {
            throw new IllegalArgumentException("it ends too early");
        }
        return pattern[at++];
    }

    private boolean take(int character) {
        if (peek() != character) {
            return false;
        }
        at++;
        return true;
    }
}
