package io.gangway.mapping.plan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private @Nullable Remarks remarks;
    private boolean hasDropped;
    /** Lists without items that a shift was to make something of each item of. */
    private @Nullable Set<ShiftRules> emptyLists;

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
        remarks = null;
        hasDropped = false;
        emptyLists = null;
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

    /** Reports that the payload is at fault, in something that belongs to no message; the run goes on. */
    public void fault(String code, String pointer, String detail) {
        notes.fault(code, pointer, detail);
    }

    /**
     * Reports that a value can't be made of {@code source}; the run goes on. Returns what is to be put in the value's
     * place: it looks like the source to later steps, and whatever they make of it is taken for faulty too.
     */
    public int faultyValue(String code, String pointer, String detail, int source) {
        int standIn = document.copyOfScalar(source);
        remarks().addStandIn(standIn);
        notes.fault(code, pointer, detail, standIn);
        return standIn;
    }

    /** Whether a value is in the place of one that could not be made. */
    public boolean isFaulty(int node) {
        return remarks != null && remarks.isStandIn(node);
    }

    /** The first that is in the place of a value that could not be made; {@link Document#ABSENT} if there is none. */
    public int faultyAmong(int... nodes) {
        if (remarks != null && remarks.hasStandIns()) {
            for (int node : nodes) {
                if (remarks.isStandIn(node)) {
                    return node;
                }
            }
        }
        return Document.ABSENT;
    }

    /** Reports codes that have no row of their own in a code list. */
    public void unmapped(String list, List<String> codes, int message, int status) {
        remarks().addUnmapped(new Remarks.Unmapped(list, codes, message, status));
    }

    /** Reports that a message is not for us. */
    public void dropped(int message) {
        hasDropped = true;
        if (trace != null) {
            trace.fired();
        }
        if (remarks != null) {
            remarks.addDropped(message);
        }
    }

    /** Whether a step has dropped a message. */
    public boolean hasDropped() {
        return hasDropped;
    }

    /** Reports that a message was to be made of each item of a list of {@code message}, and that the list has none. */
    public void withoutItems(int message) {
        remarks().addWithoutItems(message);
    }

    /** Whether a shift has found no items in a list that was to become one at a path of its result. */
    public boolean hasEmptyList(String path) {
        return emptyLists != null
                && emptyLists.stream().anyMatch(rules -> rules.lists().contains(path));
    }

    /** Whether a shift has found no items in a list that was to become messages, or other objects. */
    public boolean hasEmptyListOfObjects() {
        return emptyLists != null && emptyLists.stream().anyMatch(ShiftRules::makesObjects);
    }

    void emptyList(ShiftRules rules) {
        if (emptyLists == null) {
            emptyLists = new HashSet<>();
        }
        emptyLists.add(rules);
    }

    private Remarks remarks() {
        if (remarks == null) {
            remarks = new Remarks(document);
        }
        return remarks;
    }

    /** Null if there are none. */
    public @Nullable Remarks remarksOrNull() {
        return remarks;
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

    /** Tells that a rule looked at a value, be it to find nothing; counts when a run is explained. */
    void lookedAt(int value) {
        if (trace != null) {
            trace.lookedAt(value);
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
