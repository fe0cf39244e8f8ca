package io.gangway.mapping.suggest;

import io.gangway.canonical.CanonicalType;
import io.gangway.mapping.CodeRow;
import io.gangway.mapping.suggest.Frame.Choice;
import io.gangway.mapping.suggest.ShiftWriter.InList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the mapping that proposals come to: a shift, then the steps that work on messages. */
final class MappingWriter {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final CanonicalType target;
    private final Frame frame;
    private final List<Source> key;
    private final String sender;
    private final double confidence;
    private final ShiftWriter shift;
    private final List<String> leftOut = new ArrayList<>();
    /** Filled from values that are sure enough. */
    private final Set<String> sure = new HashSet<>();

    private final Set<String> written = new HashSet<>();
    private final Map<String, List<InList>> listsByPrefix = new HashMap<>();
    private boolean coded;

    MappingWriter(CanonicalType target, Frame frame, List<Source> key, String sender, double confidence) {
        this.target = target;
        this.frame = frame;
        this.key = key;
        this.sender = sender;
        this.confidence = confidence;
        this.shift = new ShiftWriter(frame.root());
    }

    MappingDraft write(List<DraftCode> codes) {
        if (needsCarrier()) {
            shift.constant(sender, "carrier");
            written.add("carrier");
            sure.add("carrier");
        }
        var writer = new StepWriter(shift, List.of());
        write(frame, List.of(), "", writer);
        RequiredFields.missing(target.record(), written).forEach(this::leaveOpen);
        var steps = new StepWriter(shift, List.of());
        steps.add("shift", shift.spec());
        steps.steps().addAll(writer.steps());
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("mapping", sender + " " + target.name());
        mapping.put("target", target.id());
        mapping.put("steps", steps.steps());
        return new MappingDraft(
                JSON.writeValueAsString(mapping), lists(codes), leftOut, RequiredFields.missing(target.record(), sure));
    }

    /** So that the mapping compiles, and its first run says what it lacks: no sample has a value of that name. */
    private void leaveOpen(String path) {
        int end = path.lastIndexOf("[].") < 0 ? 0 : path.lastIndexOf("[].") + 3;
        var lists = listsByPrefix.getOrDefault(path.substring(0, end), List.of());
        var each = lists.isEmpty() ? frame.root() : lists.getLast().each();
        shift.copy(each.child("where is %s?".formatted(path.replace("[]", ""))), lists, path.substring(end));
    }

    private boolean needsCarrier() {
        return target.fields().stream()
                        .anyMatch(field -> field.required() && field.name().equals("carrier"))
                && frame.choices().stream()
                        .noneMatch(choice -> choice.target().path().equals("carrier") && isSure(choice));
    }

    private Map<String, List<CodeRow>> lists(List<DraftCode> codes) {
        return coded ? Map.of(listName(), codes.stream().map(DraftCode::row).toList()) : Map.of();
    }

    private String listName() {
        return sender + "-status";
    }

    private boolean isSure(Choice choice) {
        return choice.confidence() >= confidence;
    }

    /** Sure, or better than nothing for a field that the message, or an object of it that is begun, can't do without. */
    private boolean isWritten(Choice choice, Frame inner, String prefix) {
        if (isSure(choice)) {
            return true;
        }
        return choice.target().field().required()
                && ((choice.target().required() && prefix.isEmpty())
                        || inner.choices().stream()
                                .anyMatch(
                                        other -> isSure(other) && other.target().isBeside(choice.target())));
    }

    private void write(Frame inner, List<InList> lists, String prefix, StepWriter writer) {
        listsByPrefix.put(prefix, lists);
        var perField = inner.choices().stream()
                .filter(choice -> isWritten(choice, inner, prefix))
                .collect(Collectors.groupingBy(Choice::target, LinkedHashMap::new, Collectors.toList()));
        perField.forEach((field, choices) -> choices.forEach(choice -> {
            var operation = Operations.of(choice.candidate());
            var path = operation instanceof ProposedOperation.Money ? field.objectPath() : field.path();
            var output = choices.size() > 1 ? field.path() + "[]" : field.path();
            if (write(choice, operation, output, writer)) {
                var filled = SuggestedMapping.filled(prefix + path, operation);
                written.addAll(filled);
                if (isSure(choice)) {
                    sure.addAll(filled);
                }
            } else {
                leftOut.add(prefix + path);
            }
        }));
        for (var list : inner.lists()) {
            var field = list.list().path();
            var deeper = new ArrayList<>(lists);
            deeper.add(new InList(field, list.frame().root()));
            var items = new StepWriter(shift, deeper);
            write(list.frame(), deeper, prefix + field + "[].", items);
            if (!items.steps().isEmpty()) {
                var spec = new LinkedHashMap<String, Object>();
                spec.put("field", field);
                spec.put("steps", items.steps());
                writer.add("within", spec);
            }
        }
    }

    private boolean write(Choice choice, ProposedOperation operation, String output, StepWriter writer) {
        return switch (operation) {
            case ProposedOperation.Copy copy -> copy(choice, output, writer);
            case ProposedOperation.Time time -> writer.time(choice, time);
            case ProposedOperation.Country country -> writer.country(choice, output);
            case ProposedOperation.Code code -> code(writer);
            case ProposedOperation.Measure measure -> writer.measure(choice, measure);
            case ProposedOperation.Money money -> writer.money(choice, money);
            case ProposedOperation.Choice one -> false;
            case ProposedOperation.Day day -> false;
        };
    }

    /** A status in our own words is the sender's code, too. */
    private boolean copy(Choice choice, String output, StepWriter writer) {
        return writer.copy(choice, output)
                && (!output.equals("status") || !needsRawCode() || writer.copy(choice, "rawCode"));
    }

    private boolean needsRawCode() {
        return target.fields().stream()
                        .anyMatch(field -> field.required() && field.name().equals("rawCode"))
                && frame.choices().stream()
                        .noneMatch(choice -> choice.target().path().equals("rawCode"));
    }

    private boolean code(StepWriter writer) {
        var from = writer.scratch(key.stream().map(Source::path).toList(), "_code");
        if (from.isEmpty()) {
            return false;
        }
        coded = true;
        var spec = new LinkedHashMap<String, Object>();
        spec.put("list", listName());
        spec.put("key", from);
        writer.add("code", spec);
        return true;
    }
}
