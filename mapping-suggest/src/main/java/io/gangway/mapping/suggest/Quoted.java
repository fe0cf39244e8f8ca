package io.gangway.mapping.suggest;

/** Partner-written text, made fit to stand in a sentence. */
final class Quoted {
    private static final int LENGTH = 40;

    private Quoted() {}

    static String of(String text) {
        return "'" + plain(text, LENGTH).replace('\'', '\u2019') + "'";
    }

    /** Cut at a number of characters; whatever is invisible or changes the direction of writing is a question mark. */
    static String plain(String text, int length) {
        var plain = new StringBuilder();
        int end = text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length())));
        text.substring(0, end).codePoints().map(Quoted::visible).forEach(plain::appendCodePoint);
        return end < text.length() ? plain.append('…').toString() : plain.toString();
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '?';
            default -> character;
        };
    }
}
