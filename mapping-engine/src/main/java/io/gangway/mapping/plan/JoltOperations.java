package io.gangway.mapping.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Jolt's operations that a mapping may name. A class can't be named: nothing in a mapping loads code. */
public final class JoltOperations {
    private static final Set<String> NAMES = Set.copyOf(List.of(
            "shift",
            "default",
            "remove",
            "sort",
            "cardinality",
            "modify-overwrite-beta",
            "modify-default-beta",
            "modify-define-beta"));

    private JoltOperations() {}

    public static Set<String> names() {
        return new TreeSet<>(NAMES);
    }

    /** Whether the operation has a spec at all. */
    public static boolean takesSpec(String operation) {
        return !operation.equals("sort");
    }

    /**
     * Compiles an operation, telling {@code problems} what is wrong with its spec. Throws {@link
     * IllegalArgumentException} if {@code operation} is none of {@link #names()}.
     */
    public static @Nullable Operation compile(
            String operation, Map<?, ?> spec, Pointer pointer, Names.Builder names, SpecProblems problems) {
        return problems.tell(pointer, () -> switch (operation) {
            case "shift" -> Shift.compile(spec, pointer, names, problems);
            case "default" -> Default.compile(spec, pointer, names, problems);
            case "remove" -> Remove.compile(spec, pointer, names, problems);
            case "sort" -> new Sort();
            case "cardinality" -> Cardinality.compile(spec, pointer, names, problems);
            case "modify-overwrite-beta" -> Modify.compile(Modify.Mode.OVERWRITE, spec, pointer, names, problems);
            case "modify-default-beta" -> Modify.compile(Modify.Mode.DEFAULT, spec, pointer, names, problems);
            case "modify-define-beta" -> Modify.compile(Modify.Mode.DEFINE, spec, pointer, names, problems);
            default -> throw new IllegalArgumentException("There is no operation '%s'.".formatted(operation));
        });
    }
}
