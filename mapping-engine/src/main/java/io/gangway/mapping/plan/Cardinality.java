package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jolt's cardinality: makes one of many, or many of one. */
final class Cardinality implements Operation {
    private final Rules rules;

    private Cardinality(Rules rules) {
        this.rules = rules;
    }

    static Cardinality compile(Map<?, ?> spec, Pointer pointer, Names.Builder names, SpecProblems problems) {
        return new Cardinality(rules(spec, pointer, null, names, problems));
    }

    @Override
    public List<Pointer> rules() {
        var pointers = new ArrayList<Pointer>();
        rules.collect(pointers);
        return pointers;
    }

    @Override
    public int apply(Run run, int root) {
        rules.applyTo(run, Document.ABSENT, Document.ABSENT, root);
        return root;
    }

    /** A key of the spec; {@code pattern} is null for a name. */
    private sealed interface Rule permits Rules, Leaf {
        @Nullable
        NamePattern pattern();

        void collect(List<Pointer> pointers);

        void apply(Run run, int container, int key, int value);
    }

    private enum Relation {
        ONE,
        MANY
    }

    private record Leaf(Pointer pointer, @Nullable NamePattern pattern, Relation relation) implements Rule {
        @Override
        public void apply(Run run, int container, int key, int value) {
            adjust(run, container, key, value);
        }

        @Override
        public void collect(List<Pointer> pointers) {
            pointers.add(pointer);
        }

        /** Returns what rules beside this one go on with. */
        int adjust(Run run, int container, int key, int value) {
            run.step();
            var document = run.document();
            if (container != Document.ABSENT && !document.isObject(container)) {
                throw RunFailed.transform(
                        "Only members of objects can become '%s'. Go down to them first.".formatted(relation));
            }
            boolean many = document.isArray(value);
            if (relation == Relation.MANY) {
                int made = value;
                if (!document.isList(value)) {
                    made = document.newArray(2);
                    if (many) {
                        document.addAll(made, value);
                    } else if (!document.isNull(value)) {
                        document.add(made, value);
                    }
                }
                // A value that becomes an array becomes the last member as well.
                set(run, container, key, made, !many && !document.isNull(value));
                return made;
            }
            if (!many) {
                return Document.NULL;
            }
            int made = document.count(value) == 0 ? Document.NULL : document.itemAt(value, 0);
            set(run, container, key, made, false);
            return made;
        }

        private void set(Run run, int container, int key, int value, boolean last) {
            var document = run.document();
            if (container == Document.ABSENT) {
                throw RunFailed.transform("The document itself can't be changed by '@'. Name its members.");
            }
            if (last) {
                document.remove(container, key);
            }
            document.put(container, key, value);
            run.at(pointer);
            run.wrote(container, value);
        }
    }

    /** @param itself what happens to the value before the rules go down into it */
    private record Rules(
            @Nullable NamePattern pattern,
            @Nullable Leaf itself,
            Map<Integer, Rule> named,
            List<Rule> patterns,
            boolean orderShows)
            implements Rule {
        @Override
        public void apply(Run run, int container, int key, int value) {
            applyTo(run, container, key, value);
        }

        @Override
        public void collect(List<Pointer> pointers) {
            if (itself != null) {
                itself.collect(pointers);
            }
            named.values().stream().filter(rule -> rule != itself).forEach(rule -> rule.collect(pointers));
        }

        void applyTo(Run run, int container, int key, int value) {
            run.step();
            var document = run.document();
            int here = itself == null ? value : itself.adjust(run, container, key, value);
            if (document.isObject(here) || document.isList(here)) {
                run.steps(document.count(here));
            }
            if (document.isObject(here)) {
                for (int name : order(document, here)) {
                    applyToKey(run, here, name, document.get(here, name));
                }
            } else if (document.isList(here)) {
                for (int i = 0; i < document.count(here); i++) {
                    applyToKey(run, here, document.internName(Integer.toString(i)), document.itemAt(here, i));
                }
            } else if (!document.isNull(here)) {
                applyToKey(run, here, document.internName(JavaValues.text(document, here)), Document.NULL);
            }
        }

        private void applyToKey(Run run, int container, int key, int value) {
            var rule = named.get(key);
            if (rule == null) {
                var name = run.document().nameText(key);
                for (var wider : patterns) {
                    var pattern = wider.pattern();
                    if (pattern != null && pattern.match(name, run.patterns()) != null) {
                        rule = wider;
                        break;
                    }
                }
            }
            if (rule != null) {
                rule.apply(run, container, key, value == Document.ABSENT ? Document.NULL : value);
            }
        }

        /** What is moved, or changed in one place of several, shows in which order it was. */
        private static boolean orderShows(Map<Integer, Rule> named) {
            return named.size() > 1 || named.values().stream().anyMatch(rule -> rule.pattern() != null);
        }

        /**
         * Jolt visits members in the order of a hash set of them, and what it makes many of becomes the last member; so
         * the order of members afterwards is that of the hashes.
         */
        private int[] order(Document document, int object) {
            int count = document.count(object);
            if (!orderShows) {
                return java.util.stream.IntStream.range(0, count)
                        .map(i -> document.nameAt(object, i))
                        .toArray();
            }
            var members = new ArrayList<Member>(count);
            for (int i = 0; i < count; i++) {
                int name = document.nameAt(object, i);
                var value = document.toJava(document.valueAt(object, i));
                members.add(
                        new Member(name, document.nameText(name).hashCode() ^ (value == null ? 0 : value.hashCode())));
            }
            return new HashSet<>(members).stream().mapToInt(Member::name).toArray();
        }
    }

    /** Comparable for the set's sake: a payload can have thousands of members of one hash. */
    private record Member(int name, int hash) implements Comparable<Member> {
        @Override
        public int compareTo(Member other) {
            return Integer.compare(name, other.name);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Member member && member.name == name;
        }
    }

    private static Rules rules(
            Map<?, ?> spec,
            Pointer pointer,
            @Nullable NamePattern pattern,
            Names.Builder names,
            SpecProblems problems) {
        if (spec.isEmpty()) {
            problems.add(pointer, "There are no rules here. Add one, or leave the object out.");
        }
        var named = new LinkedHashMap<Integer, Rule>();
        var patterns = new ArrayList<Rule>();
        Leaf itself = null;
        for (var entry : spec.entrySet()) {
            var key = String.valueOf(entry.getKey());
            var place = pointer.child(key);
            var rule = problems.tell(place, () -> rule(key, entry.getValue(), place, names, problems));
            if (rule == null) {
                continue;
            }
            // A member can have the very name that is written here, stars and all.
            named.put(names.id(key), rule);
            if (key.equals("@")) {
                if (rule instanceof Leaf leaf) {
                    itself = leaf;
                } else {
                    problems.add(place, "'@' can't have rules below it. Write ONE or MANY.");
                }
            } else if (rule.pattern() != null) {
                patterns.add(rule);
            }
        }
        if (patterns.size() > 1) {
            problems.add(pointer, "Two keys here have a '*', and which of them counts would be a guess. Keep one.");
        }
        return new Rules(pattern, itself, named, patterns, Rules.orderShows(named));
    }

    private static Rule rule(
            String key, @Nullable Object right, Pointer place, Names.Builder names, SpecProblems problems) {
        if (key.contains("@") && !key.equals("@")) {
            throw new SpecInvalid("'%s' mixes '@' with something else. Write '@' alone.".formatted(key));
        }
        int stars = SpecPath.count(key, '*');
        var pattern = stars == 0 ? null : NamePattern.ofCardinality(key);
        if (right instanceof Map<?, ?> spec) {
            return rules(spec, place, pattern, names, problems);
        }
        for (var relation : Relation.values()) {
            if (relation.name().equals(right)) {
                return new Leaf(place, pattern, relation);
            }
        }
        throw new SpecInvalid("'%s' is not a cardinality. Write ONE or MANY.".formatted(right));
    }
}
