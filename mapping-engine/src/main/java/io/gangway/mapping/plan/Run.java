package io.gangway.mapping.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping at work on one payload. Not thread-safe. */
public final class Run {
    private final Document document;
    private final Budget budget;
    private final Notes notes;
    private final MatchBudget patterns;
    final Walk walk = new Walk();
    /** Keys of a path while it is followed. */
    int[] keys = new int[64];

    int keyCount;
    /** What the stars of the key that matched last stood for. */
    @Nullable
    List<String> groups;

    private final Map<Constant, Integer> shared = new IdentityHashMap<>();
    private long steps;

    Run(Document document, Budget budget, Notes notes) {
        this.notes = notes;
        this.document = document;
        this.budget = budget;
        this.patterns = new MatchBudget(budget.patternSteps());
    }

    public Document document() {
        return document;
    }

    /** Tells that the payload is at fault; the run goes on. */
    public void fault(String code, String pointer, String detail) {
        notes.fault(code, pointer, detail);
    }

    /** Tells that an operation put a value into a container; counts when a run is explained. */
    public void wrote(int container, int value) {}

    /** Tells what an operation made a value of; counts when a run is explained. */
    public void derived(int made, int... sources) {}

    /** A constant that is the same node wherever a run uses it. */
    int shared(Constant constant) {
        if (constant instanceof Constant.Items || constant instanceof Constant.Members) {
            return shared.computeIfAbsent(constant, unknown -> unknown.node(document));
        }
        return constant.node(document);
    }

    MatchBudget patterns() {
        return patterns;
    }

    /** Counts characters that a pattern looks at. Throws {@link RunFailed} past the limit. */
    public void countPatternSteps(int characters) {
        patterns.look(characters);
    }

    /** Counts the use of a rule on a value. */
    void step() {
        if (++steps > budget.steps()) {
            throw RunFailed.tooManySteps(budget.steps());
        }
    }
}
