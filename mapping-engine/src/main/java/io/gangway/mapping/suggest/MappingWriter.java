package io.gangway.mapping.suggest;

import io.gangway.canonical.CanonicalType;
import io.gangway.mapping.CodeRow;
import io.gangway.mapping.suggest.Frame.Choice;
import io.gangway.mapping.suggest.ShiftWriter.InList;
import java.util.ArrayList;
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
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Set<String> written = new HashSet<>();
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
        }
        write(frame, List.of(), "");
        if (shift.spec().isEmpty()) {
            shift.spec().put("*", "_rest");
        }
        steps.addFirst(step("shift", shift.spec()));
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("mapping", sender + " " + target.name());
        mapping.put("target", target.id());
        mapping.put("steps", steps);
        return new MappingDraft(
                JSON.writeValueAsString(mapping),
                lists(codes),
                leftOut,
                RequiredFields.missing(target.record(), written));
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

    private void write(Frame inner, List<InList> lists, String prefix) {
        var perField = inner.choices().stream()
                .filter(this::isSure)
                .collect(Collectors.groupingBy(Choice::target, LinkedHashMap::new, Collectors.toList()));
        perField.forEach((field, choices) -> choices.forEach(choice -> {
            var output = choices.size() > 1 ? field.path() + "[]" : field.path();
            if (!write(choice, lists, output)) {
                leftOut.add(prefix + field.path());
            } else {
                written.addAll(SuggestedMapping.filled(prefix + field.path(), Operations.of(choice.candidate())));
            }
        }));
        for (var list : inner.lists()) {
            var deeper = new ArrayList<>(lists);
            deeper.add(new InList(list.list().path(), list.frame().root()));
            write(list.frame(), deeper, prefix + list.list().path() + "[].");
        }
    }

    private boolean write(Choice choice, List<InList> lists, String output) {
        boolean inMessage = lists.isEmpty();
        return switch (Operations.of(choice.candidate())) {
            case ProposedOperation.Copy copy -> shift.copy(choice.source().path(), lists, output);
            case ProposedOperation.Time time -> inMessage && time(choice, time);
            case ProposedOperation.Country country ->
                inMessage
                        && shift.copy(choice.source().path(), lists, output)
                        && steps.add(
                                step("country", Map.of("field", choice.target().path())));
            case ProposedOperation.Code code -> inMessage && code();
            case ProposedOperation.Measure measure -> false;
            case ProposedOperation.Money money -> false;
            case ProposedOperation.Choice one -> false;
            case ProposedOperation.Day day -> false;
        };
    }

    private boolean time(Choice choice, ProposedOperation.Time time) {
        var field = choice.target().path();
        var from = scratch(choice.source().places(), "_" + field.replace('.', '_'));
        if (from.isEmpty()) {
            return false;
        }
        var spec = new LinkedHashMap<String, Object>();
        spec.put("field", field);
        spec.put("from", from);
        spec.put("formats", time.formats());
        time.zone().ifPresent(zone -> spec.put("zone", zone));
        return steps.add(step("time", spec));
    }

    private boolean code() {
        var from = scratch(key.stream().map(Source::path).toList(), "_code");
        if (from.isEmpty()) {
            return false;
        }
        coded = true;
        return steps.add(step("code", step(listName(), from)));
    }

    private static Map<String, Object> step(String list, List<String> from) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("list", list);
        spec.put("key", from);
        return spec;
    }

    /** Copies what a step reads to names that the message does not have; none if it can't be copied. */
    private List<String> scratch(List<SourcePath> sources, String name) {
        var names = new ArrayList<String>();
        for (var source : sources) {
            var one = sources.size() == 1 ? name : name + (names.size() + 1);
            if (!shift.copy(source, List.of(), one)) {
                return List.of();
            }
            names.add(one);
        }
        return names;
    }

    private static Map<String, Object> step(String operation, Map<String, Object> spec) {
        var step = new LinkedHashMap<String, Object>();
        step.put("operation", operation);
        step.put("spec", spec);
        return step;
    }
}
