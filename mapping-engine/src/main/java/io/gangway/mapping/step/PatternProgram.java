package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A compiled pattern. All ways to match are followed at the same time, one character after the other, so that the time
 * is the length of the text times the size of the pattern at most; a matcher that goes back and forth can take years.
 */
final class PatternProgram {
    private static final int SIZE = 2000;
    private static final int PARTS = 20_000;

    /** A place that takes no character. */
    enum Place {
        START,
        END,
        WORD_EDGE,
        NO_WORD_EDGE
    }

    private sealed interface Instruction {}

    private record Character(IntPredicate characters) implements Instruction {}

    private record Edge(Place place) implements Instruction {}

    private record Save(int slot) implements Instruction {}

    /** Goes both ways, and prefers the first. */
    private record Split(int first, int second) implements Instruction {}

    private record Found() implements Instruction {}

    private final List<Instruction> instructions;
    private final int slots;

    private PatternProgram(List<Instruction> instructions, int slots) {
        this.instructions = List.copyOf(instructions);
        this.slots = slots;
    }

    static PatternProgram of(PatternNode pattern, int groups) {
        var builder = new Builder();
        pattern.emit(builder);
        builder.add(new Found());
        return new PatternProgram(builder.instructions, 2 * groups);
    }

    /** Pairs of start and end by number of the group, -1 for none; null if nothing matches. */
    int @Nullable [] find(Run run, int[] text) {
        return new Search(run, text).find();
    }

    /** One search. */
    private final class Search {
        private final Run run;
        private final int[] text;
        private Threads now = new Threads();
        private Threads next = new Threads();
        private int @Nullable [] found;

        private Search(Run run, int[] text) {
            this.run = run;
            this.text = text;
        }

        private int @Nullable [] find() {
            for (int at = 0; at <= text.length; at++) {
                if (found == null) {
                    var nothing = new int[slots];
                    Arrays.fill(nothing, -1);
                    follow(now, 0, at, nothing);
                }
                if (now.count == 0 && found != null) {
                    break;
                }
                run.countPatternSteps(now.count);
                advance(at);
                var empty = now;
                now = next;
                next = empty;
                next.clear();
            }
            return found;
        }

        private void advance(int at) {
            for (int i = 0; i < now.count; i++) {
                int place = now.places[i];
                switch (instructions.get(place)) {
                    case Found end -> {
                        found = now.slots.get(i);
                        // Those behind it are the less preferred ways.
                        return;
                    }
                    case Character one
                    when at < text.length && one.characters.test(text[at]) ->
                        follow(next, place + 1, at + 1, now.slots.get(i));
                    case Character other -> {}
                    case Edge passed -> {}
                    case Save passed -> {}
                    case Split passed -> {}
                }
            }
        }

        /** Adds where one gets to without taking a character. */
        private void follow(Threads threads, int place, int at, int[] saved) {
            if (!threads.enter(place)) {
                return;
            }
            run.countPatternSteps(1);
            switch (instructions.get(place)) {
                case Split split -> {
                    follow(threads, split.first, at, saved);
                    follow(threads, split.second, at, saved);
                }
                case Save save -> {
                    var changed = saved.clone();
                    changed[save.slot] = at;
                    follow(threads, place + 1, at, changed);
                }
                case Edge edge -> {
                    if (isAt(edge.place, at)) {
                        follow(threads, place + 1, at, saved);
                    }
                }
                case Character one -> threads.add(place, saved);
                case Found end -> threads.add(place, saved);
            }
        }

        private boolean isAt(Place place, int at) {
            return switch (place) {
                case START -> at == 0;
                case END -> at == text.length;
                case WORD_EDGE -> isWord(at - 1) != isWord(at);
                case NO_WORD_EDGE -> isWord(at - 1) == isWord(at);
            };
        }

        private boolean isWord(int at) {
            return at >= 0 && at < text.length && PatternParser.isWord(text[at]);
        }
    }

    /** The instructions that are waiting for a character, the preferred first. */
    private final class Threads {
        private final int[] places = new int[instructions.size()];
        private final List<int[]> slots = new ArrayList<>();
        private final boolean[] entered = new boolean[instructions.size()];
        private int count;

        private boolean enter(int place) {
            boolean first = !entered[place];
            entered[place] = true;
            return first;
        }

        private void add(int place, int[] saved) {
            places[count++] = place;
            slots.add(saved);
        }

        private void clear() {
            count = 0;
            slots.clear();
            Arrays.fill(entered, false);
        }
    }

    /** Collects instructions. Throws {@link IllegalArgumentException} if there are too many. */
    static final class Builder {
        private final List<Instruction> instructions = new ArrayList<>();
        private int parts;

        private int add(Instruction instruction) {
            if (instructions.size() >= SIZE) {
                throw new IllegalArgumentException("it repeats too much");
            }
            instructions.add(instruction);
            return instructions.size() - 1;
        }

        /** Repetitions of nothing make no instructions, and must have an end too. */
        void countPart() {
            if (++parts > PARTS) {
                throw new IllegalArgumentException("it repeats too much");
            }
        }

        void character(IntPredicate characters) {
            add(new Character(characters));
        }

        void edge(Place place) {
            add(new Edge(place));
        }

        void save(int slot) {
            add(new Save(slot));
        }

        /** Goes on with the next instruction or somewhere that is not known yet; greedy prefers the next. */
        int split(boolean greedy) {
            int next = instructions.size() + 1;
            return add(greedy ? new Split(next, -1) : new Split(-1, next));
        }

        int jump() {
            return add(new Split(-1, -1));
        }

        void jumpTo(int place) {
            add(new Split(place, place));
        }

        void goesToEnd(int jump) {
            instructions.set(jump, new Split(instructions.size(), instructions.size()));
        }

        /** Says where a split goes that does not go on. */
        void secondGoesToEnd(int split) {
            int end = instructions.size();
            var known = (Split) instructions.get(split);
            instructions.set(split, known.first == -1 ? new Split(end, known.second) : new Split(known.first, end));
        }
    }
}
