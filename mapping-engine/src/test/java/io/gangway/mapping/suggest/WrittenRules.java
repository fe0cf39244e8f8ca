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
        for (var step : JSON.readTree(sender.mapping()).get("steps")) {
            var spec = step.get("spec");
            switch (step.get("operation").asString()) {
                case "shift" -> read(spec, List.of(), outputs);
                case "time" -> add(rules, spec.get("field").asString(), sources(spec.get("from"), outputs));
                case "code" -> {
                    var codes = sources(spec.get("key"), outputs);
                    add(rules, "status", codes);
                    add(rules, "rawCode", codes);
                }
                default -> {}
            }
        }
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
                targets.forEach(
                        target -> add(outputs, target.asString().replaceAll("\\[[^\\]]*\\]\\.?", ""), Set.of(pointer)));
            }
        }
    }
}
