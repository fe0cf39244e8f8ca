package io.gangway.mapping.suggest;

import io.gangway.mapping.KnownSender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which field a person filled from what, read out of a mapping: the truth that proposals are held against. */
record WrittenRules(Map<String, Set<String>> sourcesByField) {
    private static final JsonMapper JSON = new JsonMapper();

    static WrittenRules of(KnownSender sender) {
        var outputs = new HashMap<String, Set<String>>();
        var rules = new HashMap<String, Set<String>>();
        JSON.readTree(sender.mapping()).get("steps").forEach(step -> step(step, outputs, rules));
        // What a default takes from elsewhere.
        add(rules, "packageNumbers", outputs.getOrDefault("_pieces", Set.of()));
        outputs.forEach((field, sources) -> {
            if (!field.startsWith("_")) {
                add(rules, field, sources);
            }
        });
        rules.values().removeIf(Set::isEmpty);
        return new WrittenRules(rules);
    }

    private static void step(JsonNode step, Map<String, Set<String>> outputs, Map<String, Set<String>> rules) {
        var spec = step.get("spec");
        switch (step.get("operation").asString()) {
            case "shift" -> read(spec, List.of(), outputs);
            case "each" -> each(spec, outputs);
            case "first" -> add(outputs, spec.get("field").asString(), sources(spec.get("from"), outputs));
            case "time" -> add(rules, spec.get("field").asString(), sources(spec.get("from"), outputs));
            case "when" -> {
                spec.path("then").forEach(inner -> step(inner, outputs, rules));
                spec.path("else").forEach(inner -> step(inner, outputs, rules));
            }
            case "code" -> {
                var codes = sources(spec.get("key"), outputs);
                add(rules, "status", codes);
                add(rules, "rawCode", codes);
            }
            default -> {}
        }
    }

    /** Leaves what the items have and what is kept for them; payloads without items are none that people had in mind. */
    private static void each(JsonNode spec, Map<String, Set<String>> outputs) {
        var items = spec.get("field").asString() + ".";
        var kept = spec.get("keep").valueStream().map(JsonNode::asString).toList();
        var ofItems = new HashMap<String, Set<String>>();
        outputs.forEach((field, sources) -> {
            if (field.startsWith(items)) {
                ofItems.put(field.substring(items.length()), sources);
            }
        });
        outputs.keySet().retainAll(kept);
        outputs.putAll(ofItems);
    }

    private static Set<String> sources(JsonNode fields, Map<String, Set<String>> outputs) {
        var sources = new HashSet<String>();
        if (fields != null) {
            var names = fields.isArray() ? fields.valueStream().toList() : List.of(fields);
            names.forEach(name -> sources.addAll(outputs.getOrDefault(name.asString(), Set.of())));
        }
        return sources;
    }

    private static void add(Map<String, Set<String>> rules, String field, Set<String> sources) {
        rules.computeIfAbsent(field, key -> new HashSet<>()).addAll(sources);
    }

    private static void read(JsonNode rule, List<String> path, Map<String, Set<String>> outputs) {
        for (var member : rule.properties()) {
            var key = member.getKey();
            if (key.startsWith("#")) {
                continue;
            }
            var place = new ArrayList<>(path);
            if (key.startsWith("@(")) {
                int comma = key.indexOf(',');
                int level = Integer.parseInt(key.substring(2, comma));
                place = new ArrayList<>(path.subList(0, path.size() - level));
                place.addAll(List.of(key.substring(comma + 1, key.length() - 1).split("\\.")));
            } else {
                place.add(key);
            }
            if (member.getValue().isObject()) {
                read(member.getValue(), place, outputs);
            } else {
                var pointer = "/" + String.join("/", place);
                var targets = member.getValue().isArray()
                        ? member.getValue().valueStream().toList()
                        : List.of(member.getValue());
                targets.forEach(target -> add(outputs, field(target.asString()), Set.of(pointer)));
            }
        }
    }

    /** A path of a shift without its indexes. */
    private static String field(String path) {
        return path.replaceAll("\\[[^\\]]*\\]", "").replaceFirst("^\\.+", "");
    }
}
