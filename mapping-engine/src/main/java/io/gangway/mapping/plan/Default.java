package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jolt's default: fills in what is missing or null. Jolt fills in the names of one level in an order that changes from
 * run to run; here it is that of the spec.
 */
final class Default implements Operation {
    private static final String ARRAY = "[]";

    private final Rule object;
    private final @Nullable Rule array;

    private Default(Rule object, @Nullable Rule array) {
        this.object = object;
        this.array = array;
    }

    static Default compile(Map<?, ?> spec, Pointer pointer, Names.Builder names, SpecProblems problems) {
        var object = new Compiler(names, problems).rule("root", spec, pointer, false);
        Rule array;
        try {
            array = new Compiler(names, (place, detail) -> {
                        throw new SpecInvalid(detail);
                    })
                    .rule("root" + ARRAY, spec, pointer, false);
        } catch (SpecInvalid onlyForObjects) {
            array = null;
        }
        return new Default(object, array);
    }

    @Override
    public int apply(Run run, int root) {
        if (run.document().isNull(root)) {
            // Jolt makes a hash map there, which keeps its own order also for what is added later.
            int made = run.document().newObject();
            run.document().setFlag(made, Document.HASHED);
            object.fillBelow(run, made);
            return made;
        }
        int filled = root;
        if (!run.document().isList(filled)) {
            object.fillBelow(run, filled);
        } else if (array == null) {
            throw RunFailed.transform(
                    "The document is an array, but its spec has names. Write indexes or '*' at its top.");
        } else {
            array.fillBelow(run, filled);
        }
        return filled;
    }

    @Override
    public List<Pointer> rules() {
        var pointers = new ArrayList<Pointer>();
        object.collect(pointers);
        return pointers;
    }

    private enum Kind {
        FIXED,
        EITHER,
        ANY
    }

    /**
     * A key of the spec with what is below it.
     *
     * @param keys names, or indexes if the container is an array
     * @param rules null for a value
     * @param size what an array below has at least, if this makes one
     */
    private record Rule(
            Kind kind,
            boolean inArray,
            int[] keys,
            String text,
            Pointer pointer,
            boolean makesArray,
            @Nullable List<Rule> rules,
            int size,
            @Nullable Constant value) {

        void fillBelow(Run run, int container) {
            var document = run.document();
            if (makesArray && document.isList(container)) {
                document.expand(container, size);
            }
            if (rules == null) {
                throw RunFailed.transform("Its spec is not an object. Write one.");
            }
            for (var rule : rules) {
                rule.fill(run, container);
            }
        }

        private void fill(Run run, int container) {
            run.step();
            var document = run.document();
            if (inArray) {
                if (document.isList(container)) {
                    fillItems(run, document, container);
                }
            } else if (document.isObject(container)) {
                fillMembers(run, document, container);
            }
        }

        private void fillItems(Run run, Document document, int array) {
            if (kind == Kind.ANY) {
                int count = document.count(array);
                for (int i = 0; i < count; i++) {
                    fillItem(run, document, array, i);
                }
                return;
            }
            run.steps(keys.length);
            for (int index : keys) {
                if (kind == Kind.FIXED || index < document.count(array)) {
                    fillItem(run, document, array, index);
                }
            }
        }

        private void fillItem(Run run, Document document, int array, int index) {
            if (index < 0 || index >= document.count(array)) {
                throw RunFailed.transform("There is no item %d in an array. Count from 0.".formatted(index));
            }
            int old = document.itemAt(array, index);
            int filled = filled(run, document, old);
            document.setItemAt(array, index, filled);
            tell(run, array, old, filled);
            descend(run, filled);
        }

        private void fillMembers(Run run, Document document, int object) {
            if (kind == Kind.ANY) {
                int count = document.count(object);
                for (int i = 0; i < count; i++) {
                    int old = document.valueAt(object, i);
                    int filled = filled(run, document, old);
                    document.setValueAt(object, i, filled);
                    tell(run, object, old, filled);
                    descend(run, filled);
                }
                return;
            }
            run.steps(keys.length);
            for (int name : kind == Kind.FIXED ? keys : namesInJoltsOrder(run, object)) {
                int old = document.get(object, name);
                if (kind == Kind.FIXED || old != Document.ABSENT) {
                    int filled = filled(run, document, old);
                    document.put(object, name, filled);
                    tell(run, object, old, filled);
                    descend(run, filled);
                }
            }
        }

        /** That of a hash set of the object's names, which shows where one value is that of several members. */
        private int[] namesInJoltsOrder(Run run, int object) {
            var document = run.document();
            var present = new HashSet<Integer>();
            for (int name : keys) {
                if (document.position(object, name) >= 0) {
                    present.add(name);
                }
            }
            if (present.size() < 2) {
                return present.stream().mapToInt(Integer::intValue).toArray();
            }
            int count = document.count(object);
            run.steps(count);
            var names = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                names.add(document.nameText(document.nameAt(object, i)));
            }
            return new HashSet<>(names)
                    .stream()
                            .mapToInt(document::internName)
                            .filter(present::contains)
                            .toArray();
        }

        private int filled(Run run, Document document, int old) {
            run.step();
            if (old != Document.ABSENT && !document.isNull(old)) {
                return old;
            }
            if (value != null) {
                return value.node(run.document());
            }
            return makesArray ? document.newArray() : document.newObject();
        }

        private void tell(Run run, int container, int old, int filled) {
            if (filled != old) {
                run.at(pointer);
                run.wrote(container, filled);
            }
        }

        void collect(List<Pointer> pointers) {
            if (rules == null) {
                pointers.add(pointer);
            } else {
                rules.forEach(rule -> rule.collect(pointers));
            }
        }

        private void descend(Run run, int filled) {
            if (rules != null) {
                fillBelow(run, filled);
            }
        }
    }

    /** Turns a spec into rules. */
    private record Compiler(Names.Builder names, SpecProblems problems) {
        Rule rule(String text, @Nullable Object right, Pointer pointer, boolean inArray) {
            boolean makesArray = text.endsWith(ARRAY);
            var key = makesArray ? text.replace(ARRAY, "") : text;
            if (key.contains("*") && !key.equals("*")) {
                throw new SpecInvalid("'%s' has a '*' beside something else. Write '*' alone.".formatted(text));
            }
            var kind = key.equals("*") ? Kind.ANY : key.contains("|") ? Kind.EITHER : Kind.FIXED;
            var texts = switch (kind) {
                case ANY -> List.<String>of();
                case EITHER -> SpecPath.alternatives(key);
                case FIXED -> List.of(key);
            };
            var alternatives =
                    texts.stream().mapToInt(alternative -> inArray ? index(alternative, text) : names.id(alternative));
            // Jolt fills a member once, however often its name is among the alternatives, but an item each time.
            var keys = (inArray ? alternatives : alternatives.distinct()).toArray();
            if (!(right instanceof Map<?, ?> spec)) {
                return new Rule(kind, inArray, keys, key, pointer, makesArray, null, 0, Constant.of(right, names));
            }
            var rules = new ArrayList<Rule>();
            spec.forEach((name, below) -> {
                var place = pointer.child(String.valueOf(name));
                var rule = problems.tell(place, () -> rule(String.valueOf(name), below, place, makesArray));
                if (rule != null) {
                    rules.add(rule);
                }
            });
            rules.sort(Compiler::compare);
            int size = rules.stream()
                    .filter(rule -> makesArray && rule.kind() == Kind.FIXED)
                    .mapToInt(rule -> Math.min(rule.keys()[0], Integer.MAX_VALUE - 1) + 1)
                    .max()
                    .orElse(0);
            return new Rule(kind, inArray, keys, key, pointer, makesArray, rules, size, null);
        }

        /** Fixed keys first, {@code *} last; those with fewer alternatives before those with more. */
        private static int compare(Rule one, Rule other) {
            if (one.kind() != other.kind()) {
                return one.kind().compareTo(other.kind());
            }
            if (one.kind() != Kind.EITHER) {
                return 0;
            }
            int fewer = Integer.compare(
                    SpecPath.alternatives(one.text()).size(),
                    SpecPath.alternatives(other.text()).size());
            return fewer != 0 ? fewer : one.text().compareTo(other.text());
        }

        private static int index(String digits, String text) {
            try {
                return Integer.parseInt(digits);
            } catch (NumberFormatException noIndex) {
                throw new SpecInvalid(
                        "'%s' is in an array, but is not an index. Write a number or '*'.".formatted(text));
            }
        }
    }
}
