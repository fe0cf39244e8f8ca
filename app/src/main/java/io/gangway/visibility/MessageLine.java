package io.gangway.visibility;

import io.gangway.canonical.ShipmentStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line in a partner's log with what the message is about.
 *
 * @param numbers tracking numbers, one more than {@link #MAX_NUMBERS} if there are more; empty unless it was translated
 * @param status of the latest event in it
 */
public record MessageLine(
        MessageRow row, List<String> numbers, @Nullable ShipmentStatus status) {
    /** So many numbers are shown. */
    public static final int MAX_NUMBERS = 3;
}
