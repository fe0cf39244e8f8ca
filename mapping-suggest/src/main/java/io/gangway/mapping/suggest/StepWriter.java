package io.gangway.mapping.suggest;

import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.Unit;
import io.gangway.mapping.suggest.Frame.Choice;
import io.gangway.mapping.suggest.Quantity.Told;
import io.gangway.mapping.suggest.ShiftWriter.InList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes what fills the fields of a message, or of the items of one of its lists: a rule of the shift, and steps. */
final class StepWriter {
    /** Letters behind an exponent, if there is one, whose own letter says no unit. */
    private static final String UNIT = "(?:[0-9][eE][+-]?[0-9]+ ?)?([A-Za-z]+)";

    private final ShiftWriter shift;
    private final List<InList> lists;
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final Map<SourcePath, String> units = new HashMap<>();

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

    boolean measure(Choice choice, ProposedOperation.Measure measure) {
        var field = choice.target().path();
        var from = scratchName(field);
        if (!numbers(choice, from, UNIT)) {
            return false;
        }
        var spec = route(field, from);
        measure.unit()
                .ifPresentOrElse(unit -> spec.put("unit", unit), () -> spec.put("unitFrom", unitName(choice, from)));
        spec.put("to", choice.target().type() instanceof IntegerType(Unit unit) ? unit.symbol() : "");
        addSigns(spec, measure.decimal(), measure.grouping());
        add("measure", spec);
        return true;
    }

    boolean money(Choice choice, ProposedOperation.Money money) {
        var field = choice.target().objectPath();
        if (money.minor()) {
            return minorUnits(choice, money);
        }
        var from = scratchName(field);
        if (!numbers(choice, from, "[A-Za-z]{3}")) {
            return false;
        }
        var spec = route(field, from);
        money.currency()
                .ifPresentOrElse(
                        currency -> spec.put("currency", currency),
                        () -> spec.put("currencyFrom", unitName(choice, from)));
        addSigns(spec, money.decimal(), money.grouping());
        add("money", spec);
        return true;
    }

    /** Copies the amount, and gives it its currency where there is one. */
    private boolean minorUnits(Choice choice, ProposedOperation.Money money) {
        var amount = choice.target().path();
        var currency = choice.target().objectPath() + ".currency";
        if (!copy(choice, amount) || !unitBeside(choice)) {
            return false;
        }
        var given = new StepWriter(shift, lists);
        if (money.currency().isPresent()) {
            given.add("set", Map.of(currency, money.currency().get()));
        } else {
            var codes = upperCase(choice);
            given.add("first", route(currency, List.of(unitName(choice, amount))));
            if (!codes.isEmpty()) {
                var translation = route(currency, currency);
                translation.put("table", codes);
                given.add("translate", translation);
            }
        }
        var present = new LinkedHashMap<String, Object>();
        present.put("field", amount);
        present.put("present", true);
        var spec = new LinkedHashMap<String, Object>();
        spec.put("if", present);
        spec.put("then", given.steps());
        add("when", spec);
        return true;
    }

    /** The codes that are not written as ISO 4217 has them. */
    private static Map<String, String> upperCase(Choice choice) {
        var codes = new TreeMap<String, String>();
        choice.candidate()
                .counted()
                .flatMap(Quantity::beside)
                .ifPresent(source -> source.distinct().stream()
                        .filter(code -> !code.equals(code.toUpperCase(Locale.ROOT)))
                        .forEach(code -> codes.put(code, code.toUpperCase(Locale.ROOT))));
        return codes;
    }

    /** Copies numbers and their units to scratch, and takes apart those that stand in one text. */
    private boolean numbers(Choice choice, String name, String unit) {
        if (!copy(choice, name) || !unitBeside(choice)) {
            return false;
        }
        var quantity = choice.candidate().quantity();
        if (quantity == null || quantity.written().affixes().stream().allMatch(String::isEmpty)) {
            return true;
        }
        if (quantity.unit() instanceof Told.WithValue) {
            addMatch(unitName(choice, name), name, unit);
        }
        addMatch(name, name, DecimalShape.NUMBER);
        return true;
    }

    /** Copies it once, however many numbers it is for. */
    private boolean unitBeside(Choice choice) {
        var beside = choice.candidate().counted().flatMap(Quantity::beside).map(Source::path);
        if (beside.isEmpty() || units.containsKey(beside.get())) {
            return true;
        }
        var name = (choice.target().isAmount() ? "_currency" : "_unit") + (units.size() + 1);
        units.put(beside.get(), name);
        return shift.copy(beside.get(), lists, name);
    }

    private String unitName(Choice choice, String number) {
        return choice.candidate()
                .counted()
                .flatMap(Quantity::beside)
                .map(source -> units.get(source.path()))
                .orElse(number + "_unit");
    }

    private void addMatch(String field, String from, String pattern) {
        var spec = route(field, from);
        spec.put("pattern", pattern);
        add("match", spec);
    }

    private static void addSigns(Map<String, Object> spec, String decimal, String grouping) {
        if (!decimal.equals(".")) {
            spec.put("decimal", decimal);
        }
        if (!grouping.isEmpty()) {
            spec.put("grouping", grouping);
        }
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

    private static Map<String, Object> route(String field, Object from) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("field", field);
        if (!from.equals(field)) {
            spec.put("from", from);
        }
        return spec;
    }
}
