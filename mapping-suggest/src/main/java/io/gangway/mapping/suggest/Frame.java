package io.gangway.mapping.suggest;

import java.util.List;

/**
 * What one object of the target is made of: the message, or an item of one of its lists.
 *
 * @param root where the samples have it; it ends with each item if there are several
 */
record Frame(SourcePath root, List<Choice> choices, List<Nested> lists) {
    /**
     * @param others what else the field may be filled from, best first
     */
    record Choice(Candidate candidate, List<Candidate> others) {
        TargetField target() {
            return candidate.target();
        }

        Source source() {
            return candidate.source();
        }

        double confidence() {
            return candidate.confidence();
        }
    }

    /** A list of objects in the target. */
    record Nested(TargetField list, Frame frame) {}

    /** Whether a source is in the object itself, and not beside the array that it stands in. */
    boolean holds(Source source) {
        return source.path().startsWith(root);
    }

    double sum() {
        double sum = 0;
        for (var choice : choices) {
            double counted = choice.confidence() < 0.5 ? 0 : choice.confidence();
            sum += counted * (choice.target().required() ? 1.5 : 1) * (holds(choice.source()) ? 1 : 0.95);
        }
        for (var list : lists) {
            sum += 0.3 * list.frame().sum();
        }
        return sum;
    }

    Frame times(double factor) {
        return new Frame(
                root,
                choices.stream()
                        .map(choice -> new Choice(choice.candidate().times(factor), choice.others()))
                        .toList(),
                lists);
    }
}
