package io.gangway.mapping;

import java.util.List;
import java.util.Map;

/**
 * A sender that Gangway understands without further work.
 *
 * @param mapping text of the mapping, for {@link MappingCompiler#compile}
 * @param codeLists rows by name of the list that the mapping looks them up in
 */
public record KnownSender(String name, String mapping, Map<String, List<CodeRow>> codeLists) {
    public KnownSender {
        codeLists = Map.copyOf(codeLists);
    }

    /** The lists as the compiler takes them. */
    public CodeLists toCodeLists() {
        return CodeLists.of(codeLists.entrySet().stream()
                .map(list -> CodeList.of(list.getKey(), list.getValue()))
                .toList());
    }
}
