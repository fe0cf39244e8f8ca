package io.gangway.api.v1;

import io.gangway.api.problem.ProblemDocument.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameter {@code limit} of every list. */
final class PageSize {
    static final String DESCRIPTION = "Items on a page, 1 to 200; 50 if absent.";

    private static final int DEFAULT_ITEMS = 50;
    private static final int MAX_ITEMS = 200;

    private PageSize() {}

    /** How many items a page has; a text that is not such a number is added to {@code faults}. */
    static int read(@Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            return DEFAULT_ITEMS;
        }
        try {
            var size = Integer.parseInt(text.strip());
            if (size >= 1 && size <= MAX_ITEMS) {
                return size;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, with the numbers that are too small or too large
        }
        faults.add(new Fault("?limit", "'%s' is not a number from 1 to %d.".formatted(text, MAX_ITEMS)));
        return 1;
    }
}
