package io.gangway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payload as a plain document, for those who look at payloads without mapping them. */
public sealed interface PayloadReading {
    /** Maps, lists, texts, numbers and truth values; maps keep the payload's order. */
    record Read(@Nullable Object document) implements PayloadReading {}

    /** At least one fault; pointers lead into the payload. */
    record Refused(List<MappingFault> faults) implements PayloadReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Whatever the bytes are, the answer is a result, never an exception. */
    static PayloadReading of(byte[] payload, MappingLimits limits) {
        var faults = new Faults(limits.faults());
        if (payload.length > limits.inputBytes()) {
            faults.add(
                    "too-large",
                    "#",
                    "The payload has %d bytes. At most %d are possible."
                            .formatted(payload.length, limits.inputBytes()));
            return new Refused(faults.toList());
        }
        var document = new PayloadFaults(limits).read(payload, faults);
        return faults.isEmpty() ? new Read(document) : new Refused(faults.toList());
    }
}
