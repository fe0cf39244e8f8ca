package io.gangway.mapping.suggest;

import io.gangway.mapping.suggest.Frame.Choice;
import io.gangway.mapping.suggest.ShiftWriter.InList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what fills the fields of a message, or of the items of one of its lists: a rule of the shift, and steps. */
final class StepWriter {
    private final ShiftWriter shift;
    private final List<InList> lists;
    private final List<Map<String, Object>> steps = new ArrayList<>();

    StepWriter(ShiftWriter shift, List<InList> lists) {
        this.shift = shift;
        this.lists = List.copyOf(lists);
    }

    List<Map<String, Object>> steps() {
        return steps;
    }

    void add(String operation, Map<String, Object> spec) {
        var step = new LinkedHashMap<String, Object>();
        step.put("operation", operation);
        step.put("spec", spec);
        steps.add(step);
    }

    boolean copy(Choice choice, String output) {
        return shift.copy(choice.source().path(), lists, output);
    }

    boolean country(Choice choice, String output) {
        if (!copy(choice, output)) {
            return false;
        }
        add("country", Map.of("field", choice.target().path()));
        return true;
    }

    boolean time(Choice choice, ProposedOperation.Time time) {
        var field = choice.target().path();
        var from = scratch(choice.source().places(), scratchName(field));
        if (from.isEmpty()) {
            return false;
        }
        var spec = new LinkedHashMap<String, Object>();
        spec.put("field", field);
        spec.put("from", from);
        spec.put("formats", time.formats());
        time.zone().ifPresent(zone -> spec.put("zone", zone));
        add("time", spec);
        return true;
    }

    /** Copies what a step reads to names that the message does not have; none if it can't be copied. */
    List<String> scratch(List<SourcePath> sources, String name) {
        var names = new ArrayList<String>();
        for (var source : sources) {
            var one = sources.size() == 1 ? name : name + (names.size() + 1);
            if (!shift.copy(source, lists, one)) {
                return List.of();
            }
            names.add(one);
        }
        return names;
    }

    private static String scratchName(String field) {
        return "_" + field.replace('.', '_');
    }
}
