package io.gangway.mapping;

import io.gangway.mapping.plan.Notes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects faults, so that all can be told at once; those past the limit are counted only. */
final class Faults implements Notes {
    private final int limit;
    private List<MappingFault> kept = List.of();
    private Set<String> pointers = Set.of();
    private Set<String> ofValues = Set.of();
    private int dropped;

    Faults(int limit) {
        this.limit = limit;
    }

    @Override
    public void fault(String code, String pointer, String detail) {
        add(code, pointer, detail);
    }

    void add(String code, String pointer, String detail) {
        add(new MappingFault(code, pointer, detail));
    }

    void add(MappingFault fault) {
        if (areFull()) {
            dropped++;
            return;
        }
        begin();
        pointers.add(fault.pointer());
        kept.add(fault);
    }

    /** For what is wrong with the value at a pointer rather than with its name. */
    void addOfValue(String code, String pointer, String detail) {
        add(code, pointer, detail);
        begin();
        ofValues.add(pointer + code);
    }

    private void begin() {
        if (kept.isEmpty()) {
            // Most runs have none.
            kept = new ArrayList<>();
            pointers = new HashSet<>();
            ofValues = new HashSet<>();
        }
    }

    /** For what ended everything, and so counts most. */
    void addFirst(String code, String pointer, String detail) {
        begin();
        kept.addFirst(new MappingFault(code, pointer, detail));
        if (kept.size() > limit) {
            kept.removeLast();
            dropped++;
        }
    }

    /** For what follows from another fault at the same place, which has then been told already. */
    void addUnlessFaulty(String code, String pointer, String detail) {
        if (!pointers.contains(pointer)) {
            add(code, pointer, detail);
        }
    }

    /** Like {@link #add}; past the limit nobody reads the detail, which can take long to find. */
    void addUnlessFaulty(String code, String pointer, Supplier<String> detail) {
        if (areFull()) {
            dropped++;
        } else if (!pointers.contains(pointer)) {
            add(code, pointer, detail.get());
        }
    }

    /** Counts faults that nobody has kept. */
    void addUnkept(int count) {
        dropped += count;
    }

    /** With those past the limit. */
    int count() {
        return kept.size() + dropped;
    }

    boolean isEmpty() {
        return kept.isEmpty() && dropped == 0;
    }

    /** Whether those that are still to come are only counted. */
    boolean areFull() {
        return kept.size() >= limit;
    }

    /** Whether one of those that are kept has this code. */
    boolean have(String code) {
        return kept.stream().anyMatch(fault -> fault.code().equals(code));
    }

    /** Whether all of them have one of these codes. */
    boolean haveOnly(Set<String> codes) {
        return dropped == 0 && kept.stream().allMatch(fault -> codes.contains(fault.code()));
    }

    /** Of a payload. */
    List<MappingFault> toList() {
        return all().stream().map(fault -> fault.at(null)).toList();
    }

    /** Of a mapping, with their places in its text. */
    List<MappingFault> toList(String text) {
        if (isEmpty()) {
            return List.of();
        }
        var faults = all();
        var places = Places.of(text, faults.stream().map(MappingFault::pointer).toList());
        return faults.stream().map(fault -> located(fault, places)).toList();
    }

    private List<MappingFault> all() {
        var faults = new ArrayList<>(kept);
        if (dropped > 0) {
            faults.add(new MappingFault(
                    "more-faults", "#", "%d more faults were found. Remedy the ones above first.".formatted(dropped)));
        }
        return faults;
    }

    private MappingFault located(MappingFault fault, Places places) {
        if (fault.place() != null) {
            return fault;
        }
        boolean ofValue = ofValues.contains(fault.pointer() + fault.code());
        return fault.at(ofValue ? places.ofValue(fault.pointer()) : places.of(fault.pointer()));
    }
}
