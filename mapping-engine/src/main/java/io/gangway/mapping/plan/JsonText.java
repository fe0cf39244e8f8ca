package io.gangway.mapping.plan;

/** JSON's way to write texts. The canonical form escapes only what must be escaped. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** What stands between the quotes. */
    static String escaped(String text) {
        int i = 0;
        while (i < text.length() && !mustBeEscaped(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            append(escaped, text.charAt(i));
        }
        return escaped.toString();
    }

    /** Of {@link #escaped}, at most. */
    static long escapedLength(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            length += character < ' ' ? 5 : character == '"' || character == '\\' ? 1 : 0;
        }
        return length;
    }

    /** The text of valid JSON between quotes. */
    static String unescaped(String json) {
        int backslash = json.indexOf('\\');
        if (backslash < 0) {
            return json;
        }
        var text = new StringBuilder(json.length()).append(json, 0, backslash);
        for (int i = backslash; i < json.length(); i++) {
            char character = json.charAt(i);
            if (character != '\\') {
                text.append(character);
                continue;
            }
            char escape = json.charAt(++i);
            switch (escape) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }

    private static boolean mustBeEscaped(char character) {
        return character < ' ' || character == '"' || character == '\\';
    }

    private static void append(StringBuilder escaped, char character) {
        switch (character) {
            case '"' -> escaped.append("\\\"");
            case '\\' -> escaped.append("\\\\");
            case '\b' -> escaped.append("\\b");
            case '\f' -> escaped.append("\\f");
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            default -> {
                if (character < ' ') {
                    escaped.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 15));
                } else {
                    escaped.append(character);
                }
            }
        }
    }
}
