package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import io.gangway.mapping.plan.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the texts of several fields, or of the items of arrays in them; what is absent or blank is left out. */
record JoinStep(FieldPath field, List<FieldPath> from, String separator) implements MessageStep {
    private static final int LENGTH = 100_000;

    static @Nullable JoinStep compile(SpecObject spec) {
        var field = spec.path("field");
        var from = spec.paths("from");
        var separator = spec.anyText("separator", " ");
        spec.refuseOthers("field", "from", "separator");
        return field == null || from.isEmpty() ? null : new JoinStep(field, from, separator);
    }

    @Override
    public void work(Run run, int message, Position at) {
        var parts = new Parts();
        for (var path : from) {
            parts.add(run.document(), path.get(run.document(), message));
        }
        if (parts.texts.isEmpty()) {
            return;
        }
        var sources = parts.nodes.stream().mapToInt(node -> node).toArray();
        long length = parts.length + (long) separator.length() * (parts.texts.size() - 1);
        if (length > LENGTH) {
            field.putFault(
                    run,
                    message,
                    at,
                    "too-large",
                    "The joined text for field '%s' has %d characters. At most %d are possible."
                            .formatted(field, length, LENGTH),
                    sources);
            return;
        }
        field.put(run, message, run.document().newText(String.join(separator, parts.texts)), sources);
    }

    /** What is to be joined. */
    private static final class Parts {
        private final List<String> texts = new ArrayList<>();
        private final List<Integer> nodes = new ArrayList<>();
        private long length;

        private void add(Document document, int node) {
            if (document.isArray(node)) {
                for (int i = 0; i < document.count(node); i++) {
                    addScalar(document, document.itemAt(node, i));
                }
            } else {
                addScalar(document, node);
            }
        }

        private void addScalar(Document document, int node) {
            var text = Scalar.textOf(document, node);
            if (text != null && length <= LENGTH) {
                texts.add(text);
                nodes.add(node);
                length += text.length();
            }
        }
    }
}
