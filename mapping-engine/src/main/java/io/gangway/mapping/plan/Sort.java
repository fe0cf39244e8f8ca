package io.gangway.mapping.plan;

import java.util.Arrays;
import java.util.Comparator;

/** Jolt's sort: members of all objects by name, those that begin with {@code ~} first. Makes new containers. */
final class Sort implements Operation {
    private static final Comparator<String> ORDER = Comparator.<String, Boolean>comparing(name -> !name.startsWith("~"))
            .thenComparing(Comparator.naturalOrder());

    @Override
    public int apply(Run run, int root) {
        run.fired();
        return sorted(run, root, 0);
    }

    private static int sorted(Run run, int node, int depth) {
        run.step();
        var document = run.document();
        if (depth > Document.DEPTH) {
            throw RunFailed.tooDeep(Document.DEPTH);
        }
        if (document.isObject(node)) {
            int count = document.count(node);
            var members = new Member[count];
            for (int i = 0; i < count; i++) {
                int name = document.nameAt(node, i);
                members[i] = new Member(name, document.nameText(name), document.valueAt(node, i));
            }
            Arrays.sort(members, Comparator.comparing(Member::text, ORDER));
            int object = document.newObject(count);
            for (var member : members) {
                document.append(object, member.name(), sorted(run, member.value(), depth + 1));
            }
            return object;
        }
        if (document.isList(node)) {
            int count = document.count(node);
            int array = document.newArray(count);
            for (int i = 0; i < count; i++) {
                document.add(array, sorted(run, document.itemAt(node, i), depth + 1));
            }
            return array;
        }
        return node;
    }

    private record Member(int name, String text, int value) {}
}
