package io.gangway.mapping.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Jolt's modify: values are made of other values by functions, in place. */
final class Modify implements Operation {
    private static final String ROOT = "root";

    /** When a value may be set. */
    enum Mode {
        OVERWRITE('+'),
        /** What is missing or null. */
        DEFAULT('~'),
        /** What is missing. */
        DEFINE('_');

        private final char sign;

        Mode(char sign) {
            this.sign = sign;
        }

        /** The mode that a key begins with, else the one given. */
        static Mode of(String key, Mode otherwise) {
            for (var mode : values()) {
                if (key.charAt(0) == mode.sign) {
                    return mode;
                }
            }
            return otherwise;
        }

        static boolean isStated(String key) {
            return key.charAt(0) == '+' || key.charAt(0) == '~' || key.charAt(0) == '_';
        }

        boolean allowsMember(Document document, int object, int name) {
            int value = document.get(object, name);
            return switch (this) {
                case OVERWRITE -> true;
                case DEFAULT -> value == Document.ABSENT || document.isNull(value);
                case DEFINE -> value == Document.ABSENT;
            };
        }

        /** {@code size} is how many items the array had before the spec's were added. */
        boolean allowsItem(Document document, int array, int index, int size) {
            if (index < 0 || size < 0) {
                return false;
            }
            if (this == DEFINE && index < size) {
                return false;
            }
            if (index >= document.count(array)) {
                throw RunFailed.transform(
                        "There is no item %d in an array of %d.".formatted(index, document.count(array)));
            }
            return this == OVERWRITE || document.isNull(document.itemAt(array, index));
        }
    }

    private final ModifyRules rules;
    private final int rootName;

    private Modify(ModifyRules rules, int rootName) {
        this.rules = rules;
        this.rootName = rootName;
    }

    static Modify compile(Mode mode, Map<?, ?> spec, Pointer pointer, Names.Builder names, SpecProblems problems) {
        var compiler = new ModifyCompiler(mode, names, problems, new IdentityHashMap<>());
        return new Modify(compiler.rules(ROOT, spec, pointer), names.id(ROOT));
    }

    @Override
    public List<Pointer> rules() {
        var pointers = new ArrayList<Pointer>();
        collect(rules, pointers);
        return pointers;
    }

    private static void collect(ModifyRules rules, List<Pointer> pointers) {
        for (var child : rules.children()) {
            switch (child) {
                case ModifyRules deeper -> collect(deeper, pointers);
                case ModifyRule.Leaf leaf -> pointers.add(leaf.pointer());
            }
        }
    }

    @Override
    public int apply(Run run, int root) {
        run.walk.begin(root, rootName);
        rules.apply(run, rootName, root);
        return root;
    }
}
