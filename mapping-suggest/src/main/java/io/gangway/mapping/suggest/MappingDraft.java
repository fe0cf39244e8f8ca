package io.gangway.mapping.suggest;

import io.gangway.mapping.CodeList;
import io.gangway.mapping.CodeLists;
import io.gangway.mapping.CodeRow;
import java.util.List;
import java.util.Map;

/**
 * A mapping that was proposed; it always compiles.
 *
 * @param mapping its text
 * @param codeLists rows by name of the list that the mapping looks them up in; to be completed by a person
 * @param leftOut targets that were proposed with enough confidence, but that no operation can make yet
 * @param missing fields that the message, or an object that is filled in part, can't do without, and that the mapping
 *     fills from a value that is less sure, or from one that no sample has; for a person to check
 */
public record MappingDraft(
        String mapping, Map<String, List<CodeRow>> codeLists, List<String> leftOut, List<String> missing) {
    public MappingDraft {
        codeLists = Map.copyOf(codeLists);
        leftOut = List.copyOf(leftOut);
        missing = List.copyOf(missing);
    }

    /** The lists as the compiler takes them. */
    public CodeLists toCodeLists() {
        return CodeLists.of(codeLists.entrySet().stream()
                .map(list -> CodeList.of(list.getKey(), list.getValue()))
                .toList());
    }
}
