package io.gangway.mapping;

import io.gangway.canonical.CanonicalField;
import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.FaultParty;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.Remarks;
import io.gangway.mapping.plan.Run;
import io.gangway.mapping.step.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the messages that a run leaves, and says what became of the payload. For one run. */
final class OutcomeReader {
    /** What is wrong with the fields around a list of events if no event is made of them. */
    private static final Set<String> OF_LEFTOVERS = Set.of("missing-field", "unknown-field");

    private final CanonicalType type;
    private final MappingLimits limits;
    private final Faults faults;
    private final StepFaults stepFaults;

    OutcomeReader(CanonicalType type, MappingLimits limits, Faults faults, StepFaults stepFaults) {
        this.type = type;
        this.limits = limits;
        this.faults = faults;
        this.stepFaults = stepFaults;
    }

    MappingResult read(Run run, int root) {
        if (run.document().isNull(root)) {
            stepFaults.addTo(faults);
            faults.addUnlessFaulty("no-message", "#", "The payload is null. Send a JSON object or array with events.");
            return rejected();
        }
        var entries = Messages.of(run.document(), root);
        if (entries.length > limits.messages()) {
            stepFaults.addTo(faults);
            faults.addUnlessFaulty(
                    "too-many-messages",
                    "#",
                    "The payload has %d events. At most %d are possible; send fewer at once."
                            .formatted(entries.length, limits.messages()));
            return rejected();
        }
        var remarks = run.remarksOrNull();
        var found = remarks == null ? List.<Remarks.Found>of() : remarks.find(entries);
        var unreadable = addStepFaults(run, found);
        if (remarks != null) {
            remarks.removeStandIns(entries);
        }
        var messages = new ArrayList<CanonicalMessage>();
        var indexes = new int[entries.length];
        for (int i = 0; i < entries.length; i++) {
            if (unreadable.contains(i) && faults.areFull()) {
                // What else is wrong with it would only be counted.
                indexes[i] = -1;
                continue;
            }
            boolean withoutItems = remarks != null && remarks.isWithoutItems(entries[i]);
            var message = message(run, entries[i], Pointer.ROOT.child(i), withoutItems);
            indexes[i] = message == null || unreadable.contains(i) ? -1 : messages.size();
            if (indexes[i] >= 0) {
                messages.add(message);
            }
        }
        return outcome(messages, remarks == null ? List.of() : unmappedCodes(remarks, found, indexes));
    }

    /** What became of a payload whose run came to an end before its last step. */
    MappingResult rejected() {
        return new MappingResult.Rejected(FaultParty.PARTNER, faults.toList());
    }

    private MappingResult outcome(List<CanonicalMessage> messages, List<UnmappedCode> unmappedCodes) {
        if (!messages.isEmpty()) {
            return new MappingResult.Mapped(messages, faults.toList(), unmappedCodes);
        }
        return faults.isEmpty() ? new MappingResult.NothingToReport() : rejected();
    }

    /** Null if it can't be read. What lacks fields because there was no item to make it of is not a fault. */
    private @Nullable CanonicalMessage message(Run run, int entry, Pointer pointer, boolean withoutItems) {
        var value = run.document().toJava(entry);
        if (withoutItems) {
            var own = new Faults(limits.faults());
            if (CanonicalReader.read(type, value, pointer, own) == null && own.haveOnly(OF_LEFTOVERS)) {
                return null;
            }
        }
        return CanonicalReader.read(type, value, pointer, faults);
    }

    /** Adds what the steps found wrong. Returns the messages that can't do without what is faulty. */
    private Set<Integer> addStepFaults(Run run, List<Remarks.Found> found) {
        var places = new HashMap<Integer, Remarks.Found>();
        var ofMessages = new LinkedHashMap<Integer, Map<Integer, List<Remarks.Found>>>();
        for (var each : found) {
            if (run.isFaulty(each.node())) {
                places.merge(each.node(), each, (one, other) -> isScratch(one) && !isScratch(other) ? other : one);
                ofMessages
                        .computeIfAbsent(each.message(), message -> new HashMap<>())
                        .computeIfAbsent(each.node(), node -> new ArrayList<>())
                        .add(each);
            }
        }
        var remarks = run.remarksOrNull();
        stepFaults.addTo(
                faults,
                standIn -> Optional.ofNullable(places.get(standIn)).map(OutcomeReader::pointer),
                standIn -> remarks != null && remarks.isDropped(standIn) && !places.containsKey(standIn));
        var unreadable = new HashSet<Integer>();
        ofMessages.forEach((message, ofStandIns) -> {
            if (!ofStandIns.values().stream().allMatch(this::isDispensable)) {
                unreadable.add(message);
            }
        });
        return unreadable;
    }

    private static String pointer(Remarks.Found found) {
        return Pointer.ROOT.child(found.message()) + found.path().toString().substring(1);
    }

    /** Whether a message can do without a value; what is only scratch may have been meant for anything. */
    private boolean isDispensable(List<Remarks.Found> ofOneStandIn) {
        var fields = ofOneStandIn.stream().filter(each -> !isScratch(each)).toList();
        return !fields.isEmpty()
                && fields.stream()
                        .allMatch(each ->
                                field(each).filter(CanonicalField::dispensable).isPresent());
    }

    private Optional<CanonicalField> field(Remarks.Found found) {
        var name = top(found.path());
        return type.record().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static boolean isScratch(Remarks.Found found) {
        return ObjectReader.isScratch(top(found.path()));
    }

    /** The member of the message that a path begins with; empty for the message itself. */
    private static String top(Pointer path) {
        var pointer = path;
        for (var parent = pointer.parent(); parent != null && parent.parent() != null; parent = pointer.parent()) {
            pointer = parent;
        }
        return pointer.part();
    }

    private static List<UnmappedCode> unmappedCodes(Remarks remarks, List<Remarks.Found> found, int[] indexes) {
        var messages = new HashMap<Integer, Set<Integer>>();
        for (var each : found) {
            messages.computeIfAbsent(each.node(), node -> new LinkedHashSet<>()).add(indexes[each.message()]);
        }
        var codes = new LinkedHashSet<UnmappedCode>();
        for (var each : remarks.unmapped()) {
            var ofIts = messages.getOrDefault(each.status(), messages.getOrDefault(each.message(), Set.of()));
            ofIts.forEach(message -> codes.add(new UnmappedCode(each.list(), each.codes(), message)));
            if (ofIts.isEmpty() && !remarks.isDropped(each.status()) && !remarks.isDropped(each.message())) {
                codes.add(new UnmappedCode(each.list(), each.codes(), -1));
            }
        }
        return List.copyOf(codes);
    }
}
