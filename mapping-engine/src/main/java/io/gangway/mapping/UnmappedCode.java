package io.gangway.mapping;

import java.util.List;

/**
 * A tuple of a sender's codes that has no row of its own in its code list: somebody has to add one.
 *
 * @param list name of the code list
 * @param key the codes as the payload has them, in the order of the list's key
 * @param message index of the message that it was found for, in {@link MappingResult.Mapped#messages()}; -1 if that
 *     message could not be read
 */
public record UnmappedCode(String list, List<String> key, int message) {
    public UnmappedCode {
        key = List.copyOf(key);
    }
}
