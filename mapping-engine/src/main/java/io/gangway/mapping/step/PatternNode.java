package io.gangway.mapping.step;

import java.util.List;
import java.util.function.IntPredicate;

/** A part of a pattern, and the instructions that it becomes. */
sealed interface PatternNode {
    int UNLIMITED = -1;

    void emit(PatternProgram.Builder program);

    /** One character. */
    record One(IntPredicate characters) implements PatternNode {
        @Override
        public void emit(PatternProgram.Builder program) {
            program.character(characters);
        }
    }

    /** The beginning or end of the text, or an edge of a word. */
    record Edge(PatternProgram.Place place) implements PatternNode {
        @Override
        public void emit(PatternProgram.Builder program) {
            program.edge(place);
        }
    }

    /** One part after the other. */
    record Sequence(List<PatternNode> parts) implements PatternNode {
        @Override
        public void emit(PatternProgram.Builder program) {
            program.countPart();
            parts.forEach(part -> part.emit(program));
        }
    }

    /** One of several, the first that fits. */
    record Choice(List<PatternNode> choices) implements PatternNode {
        @Override
        public void emit(PatternProgram.Builder program) {
            program.countPart();
            var ends = new int[choices.size()];
            for (int i = 0; i < ends.length; i++) {
                boolean last = i == ends.length - 1;
                int split = last ? -1 : program.split(true);
                choices.get(i).emit(program);
                ends[i] = last ? -1 : program.jump();
                if (split >= 0) {
                    program.secondGoesToEnd(split);
                }
            }
            for (int i = 0; i < ends.length - 1; i++) {
                program.goesToEnd(ends[i]);
            }
        }
    }

    /** Something repeated; as often as possible if greedy. */
    record Repeat(PatternNode part, int least, int most, boolean greedy) implements PatternNode {
        @Override
        public void emit(PatternProgram.Builder program) {
            program.countPart();
            for (int i = 0; i < least; i++) {
                part.emit(program);
            }
            if (most == UNLIMITED) {
                int split = program.split(greedy);
                part.emit(program);
                program.jumpTo(split);
                program.secondGoesToEnd(split);
                return;
            }
            var splits = new int[most - least];
            for (int i = 0; i < splits.length; i++) {
                splits[i] = program.split(greedy);
                part.emit(program);
            }
            for (int split : splits) {
                program.secondGoesToEnd(split);
            }
        }
    }

    /** A part whose text is wanted. */
    record Group(PatternNode part, int number) implements PatternNode {
        @Override
        public void emit(PatternProgram.Builder program) {
            program.save(2 * number);
            part.emit(program);
            program.save(2 * number + 1);
        }
    }
}
