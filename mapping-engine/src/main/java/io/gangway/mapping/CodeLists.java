package io.gangway.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The code lists that a mapping can name. Immutable. */
public final class CodeLists {
    private final Map<String, CodeList> byName;

    private CodeLists(Map<String, CodeList> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Throws {@link IllegalStateException} if two lists have the same name. */
    public static CodeLists of(List<CodeList> lists) {
        return new CodeLists(lists.stream().collect(Collectors.toMap(CodeList::name, Function.identity())));
    }

    public static CodeLists none() {
        return new CodeLists(Map.of());
    }

    /** Empty if there is no list of this name. */
    public Optional<CodeList> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
