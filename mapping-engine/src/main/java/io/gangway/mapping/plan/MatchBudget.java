package io.gangway.mapping.plan;

/**
 * How many characters pattern matching may still look at. A pattern that goes back and forth over a text can take years;
 * since Java's matcher asks for each character, counting the questions ends it in time.
 */
final class MatchBudget {
    private final long limit;
    private long left;

    MatchBudget(long limit) {
        this.limit = limit;
        this.left = limit;
    }

    CharSequence counted(String text) {
        return new Counted(text, 0, text.length());
    }

    private void look() {
        look(1);
    }

    void look(long characters) {
        left -= characters;
        if (left < 0) {
            left = 0;
            throw tooSlow();
        }
    }

    RunFailed tooSlow() {
        return RunFailed.patternTooSlow(limit);
    }

    private final class Counted implements CharSequence {
        private final String text;
        private final int start;
        private final int end;

        private Counted(String text, int start, int end) {
            this.text = text;
            this.start = start;
            this.end = end;
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            look(1);
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, start + from, start + to);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
