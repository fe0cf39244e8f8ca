package io.gangway.mapping;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** What the steps of a run find wrong with values, until it is known which messages these belong to. */
final class StepFaults implements Notes {
    /** Details are long, and a payload can have a fault for each of its values. */
    private static final int MAX_KEPT = 1000;

    private final List<StepFault> kept = new ArrayList<>();
    private int unkept;

    private record StepFault(MappingFault fault, int standIn) {}

    @Override
    public void fault(String code, String pointer, String detail) {
        fault(code, pointer, detail, Document.ABSENT);
    }

    @Override
    public void fault(String code, String pointer, String detail, int standIn) {
        if (kept.size() < MAX_KEPT) {
            kept.add(new StepFault(new MappingFault(code, pointer, detail), standIn));
        } else {
            unkept++;
        }
    }

    /** As the steps reported them. */
    void addTo(Faults faults) {
        addTo(faults, standIn -> Optional.empty(), standIn -> false);
    }

    /**
     * With pointers to where the values are in the end.
     *
     * @param places of stand-ins
     * @param gone stand-ins whose faults concern nobody
     */
    void addTo(Faults faults, IntFunction<Optional<String>> places, IntPredicate gone) {
        for (var each : kept) {
            var fault = each.fault;
            if (each.standIn == Document.ABSENT) {
                faults.add(fault);
            } else if (!gone.test(each.standIn)) {
                faults.add(fault.code(), places.apply(each.standIn).orElse(fault.pointer()), fault.detail());
            }
        }
        faults.addUnkept(unkept);
        kept.clear();
        unkept = 0;
    }
}
