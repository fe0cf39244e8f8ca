package io.gangway.mapping.plan;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mapping at work on one payload. Not thread-safe. */
public final class Run {
    private final Document document;
    private Budget budget = Budget.NONE;
    private Notes notes = (code, pointer, detail) -> {};
    private @Nullable MatchBudget patterns;
    final Walk walk = new Walk();
    /** Keys of a path while it is followed. */
    int[] keys = new int[64];

    int keyCount;
    /** What the stars of the key that matched last stood for. */
    @Nullable
    List<String> groups;

    /** The item that a path led to last, for its neighbours mostly go there, too; the keys that lead to it. */
    private int item;

    private int itemMatched;
    private int[] itemPath = {};
    private int itemDepth;

    private @Nullable Map<Constant, Integer> shared;
    private int context = Document.NULL;
    private @Nullable Trace trace;
    private long steps;
    private int stepsDone;

    Run(Document document) {
        this.document = document;
    }

    /** Forgets the run before. */
    void begin(Budget allowed, Notes whereTo, @Nullable Trace explaining, int done) {
        stepsDone = done;
        trace = explaining;
        budget = allowed;
        notes = whereTo;
        patterns = null;
        shared = null;
        groups = null;
        keyCount = 0;
        context = Document.NULL;
        steps = 0;
        item = Document.ABSENT;
    }

    /** An object whose member {@code root} is what the caller gave beside the document, or null. */
    int context(int rootName) {
        int holder = document.newObject(1);
        document.put(holder, rootName, context);
        return holder;
    }

    void setContext(int node) {
        context = node;
    }

    /** Room for some numbers behind the keys; given back by setting {@code keyCount} to where it begins. */
    int reserve(int count) {
        int base = keyCount;
        if (base + count > keys.length) {
            keys = Arrays.copyOf(keys, 2 * (base + count));
        }
        keyCount = base + count;
        return base;
    }

    /** Whether the last item is that of the array which the first keys lead to, with the index that matched. */
    boolean isLastItem(int matched, int[] path, int depth) {
        if (item == Document.ABSENT || matched != itemMatched || depth != itemDepth) {
            return false;
        }
        for (int i = 0; i < depth; i++) {
            if (itemPath[i] != path[i]) {
                return false;
            }
        }
        return true;
    }

    int lastItem() {
        return item;
    }

    /** Holds until an item or member is replaced. */
    void keepItem(int found, int matched, int[] path, int depth) {
        item = found;
        itemMatched = matched;
        itemPath = path;
        itemDepth = depth;
    }

    void forgetItem() {
        item = Document.ABSENT;
    }

    /** How many of the plan's steps have been done while the payload was read. */
    public int stepsDone() {
        return stepsDone;
    }

    public Document document() {
        return document;
    }

    /** Tells that the payload is at fault; the run goes on. */
    public void fault(String code, String pointer, String detail) {
        notes.fault(code, pointer, detail);
    }

    /** Tells that an operation put a value into a container; counts when a run is explained. */
    public void wrote(int container, int value) {
        if (trace != null) {
            trace.wrote(container, value);
        }
    }

    /** Tells what an operation made a value of; counts when a run is explained. */
    public void derived(int made, int... sources) {
        if (trace != null) {
            trace.derived(made, sources);
        }
    }

    /** Tells that an operation looked at a value; counts when a run is explained. */
    public void read(int value) {
        if (trace != null) {
            trace.read(value);
        }
    }

    /** Tells something about a value that was made; counts when a run is explained. */
    public void noted(int made, Record note) {
        if (trace != null) {
            trace.noted(made, note);
        }
    }

    /** Tells that a text was made of a name, that of a value; counts when a run is explained. */
    void named(int made, int value) {
        if (trace != null) {
            trace.named(made, value);
        }
    }

    /** Tells which rule of the mapping is at work; counts when a run is explained. */
    public void at(Pointer rule) {
        if (trace != null) {
            trace.at(rule);
        }
    }

    /** Tells that the rule at work has found something; counts when a run is explained. */
    void fired() {
        if (trace != null) {
            trace.fired();
        }
    }

    boolean isTraced() {
        return trace != null;
    }

    /** Of a run that is explained. Throws {@link NullPointerException} for any other. */
    public Trace trace() {
        return Objects.requireNonNull(trace);
    }

    /** A constant that is the same node wherever a run uses it. */
    int shared(Constant constant) {
        if (constant instanceof Constant.Items || constant instanceof Constant.Members) {
            if (shared == null) {
                shared = new IdentityHashMap<>();
            }
            return shared.computeIfAbsent(constant, unknown -> unknown.node(document));
        }
        return constant.node(document);
    }

    MatchBudget patterns() {
        if (patterns == null) {
            patterns = new MatchBudget(budget.patternSteps());
        }
        return patterns;
    }

    /** Counts characters that a pattern looks at. Throws {@link RunFailed} past the limit. */
    public void countPatternSteps(int characters) {
        patterns().look(characters);
    }

    /** Counts the use of a rule on a value. */
    void step() {
        steps(1);
    }

    /** Counts what takes as long as so many uses of a rule. */
    void steps(long count) {
        steps += count;
        if (steps > budget.steps()) {
            throw RunFailed.tooManySteps(budget.steps());
        }
    }
}
