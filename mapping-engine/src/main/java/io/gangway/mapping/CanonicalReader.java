package io.gangway.mapping;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.FaultParty;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.step.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads canonical messages of any type from plain documents: maps, lists, texts, numbers and truth values. */
public final class CanonicalReader {
    private CanonicalReader() {}

    /**
     * One message from JSON. Whatever the text is, the answer is a result with all faults, never an exception.
     *
     * @param sender who is at fault if there is a fault
     */
    public static MappingResult readJson(CanonicalType type, String json, FaultParty sender) {
        var limits = MappingLimits.defaults();
        var faults = new Faults(limits.faults());
        var document = new DocumentReader(limits).read(json, faults);
        return faults.isEmpty() ? read(type, document, sender) : new MappingResult.Rejected(sender, faults.toList());
    }

    /**
     * One message from a document whose objects are maps with names of class {@link String}.
     *
     * @param sender who is at fault if there is a fault
     */
    public static MappingResult read(CanonicalType type, @Nullable Object document, FaultParty sender) {
        var faults = new Faults(MappingLimits.defaults().faults());
        var message = read(type, document, Pointer.ROOT, faults);
        return message != null && faults.isEmpty()
                ? new MappingResult.Mapped(List.of(message), List.of(), List.of())
                : new MappingResult.Rejected(sender, faults.toList());
    }

    /** Null if it is none, or lacks a field that it can't do without; faults then say why. */
    static @Nullable CanonicalMessage read(CanonicalType type, @Nullable Object value, Pointer pointer, Faults faults) {
        var members = Messages.asObject(value);
        if (members == null) {
            faults.add(
                    "not-a-message",
                    pointer.toString(),
                    "What the mapping made at %s is not an object. Let its steps make one object for each event."
                            .formatted(pointer));
            return null;
        }
        return (CanonicalMessage) new ObjectReader(type.id(), type.record(), members, pointer, faults).readMessage();
    }
}
