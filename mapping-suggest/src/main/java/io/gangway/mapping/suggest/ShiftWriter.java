package io.gangway.mapping.suggest;

import io.gangway.mapping.suggest.SourcePath.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the spec of a {@code shift} that makes one message of each item. */
final class ShiftWriter {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*&@$#\\[\\]]");
    /** What can't be written on the left side of a rule. */
    private static final Pattern UNSPEAKABLE = Pattern.compile(".*[|\\\\\"].*|\\s*|.*\\p{Cntrl}.*", Pattern.DOTALL);
    /** What can be written in a path. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}0-9_ -]*");

    private final SourcePath root;
    private final Map<String, Object> spec = new LinkedHashMap<>();

    ShiftWriter(SourcePath root) {
        this.root = root;
    }

    Map<String, Object> spec() {
        return spec;
    }

    /** A constant in each message. */
    void constant(String text, String field) {
        var keys = keys(root.parts());
        keys.add("#" + text);
        put(keys, output(root.size(), List.of()) + field);
    }

    /**
     * A value of the sample. Returns false if a name on its way can't be written in a spec, or if the value stands where
     * another sample has an object.
     *
     * @param lists the lists of the message that it goes into, outermost first; what stands beside the innermost goes into
     *     each of its items
     */
    boolean copy(SourcePath source, List<InList> lists, String field) {
        var path = source.whole();
        if (source.names().stream().anyMatch(name -> UNSPEAKABLE.matcher(name).matches())) {
            return false;
        }
        var here = lists.isEmpty() ? root : lists.getLast().each();
        if (source.startsWith(here)) {
            return path.size() > 0 && put(keys(path.parts()), output(path.size() - 1, lists) + field);
        }
        int above = path.shared(here);
        var names = new SourcePath(path.parts().subList(above, path.size())).names();
        if (names.isEmpty()
                || !names.stream().allMatch(name -> PLAIN.matcher(name).matches())) {
            return false;
        }
        var keys = keys(here.parts());
        keys.add("@(%d,%s)".formatted(here.size() - above, String.join(".", names)));
        return put(keys, output(here.size(), lists) + field);
    }

    /** A list of the message, and where the samples have its items. */
    record InList(String field, SourcePath each) {}

    /** Where a rule writes to whose own key is {@code level} parts below the sample. */
    private String output(int level, List<InList> lists) {
        var output = new StringBuilder();
        for (int i = 0; i < root.size(); i++) {
            if (root.parts().get(i) instanceof Part.Each each) {
                output.append(index(level - i, each)).append('.');
            }
        }
        for (var list : lists) {
            int at = list.each().size() - 1;
            output.append(list.field())
                    .append(index(level - at, (Part.Each) list.each().parts().get(at)))
                    .append('.');
        }
        return output.toString();
    }

    /** Items have a number; members are counted as they match. */
    private static String index(int levels, Part.Each each) {
        return each.keyed() ? "[#%d]".formatted(levels + 1) : "[&%d]".formatted(levels);
    }

    private static List<String> keys(List<Part> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Name name -> SPECIAL.matcher(name.name()).replaceAll("\\\\$0");
                    case Part.Each each -> "*";
                    case Part.Key key -> "$";
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @SuppressWarnings("unchecked") // Only this method puts something there.
    private boolean put(List<String> keys, String output) {
        var object = spec;
        for (var key : keys.subList(0, keys.size() - 1)) {
            var inner = object.computeIfAbsent(key, absent -> new LinkedHashMap<String, Object>());
            if (!(inner instanceof Map<?, ?> map)) {
                return false;
            }
            object = (Map<String, Object>) map;
        }
        var last = object.get(keys.getLast());
        if (last instanceof Map<?, ?>) {
            return false;
        }
        if (last instanceof List<?> list) {
            ((List<String>) list).add(output);
        } else {
            object.put(keys.getLast(), new ArrayList<>(List.of(output)));
        }
        return true;
    }
}
