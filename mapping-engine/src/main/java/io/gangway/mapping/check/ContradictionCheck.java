package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.SpecKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules of a shift that write to the same place as another one that always does its work when they do. References
 * count as the same if they lead to the same key of the same rule.
 */
final class ContradictionCheck {
    /** A rule that is being visited; {@code key} tells its key from those of all others. */
    private record Level(@Nullable Level above, ShiftRule rule, int key) {
        boolean isWithin(ShiftRule scope) {
            for (var level = this; level != null; level = level.above) {
                if (level.rule == scope) {
                    return true;
                }
            }
            return false;
        }

        @Nullable
        Level up(int levels) {
            var level = this;
            for (int i = 0; i < levels && level != null; i++) {
                level = level.above;
            }
            return level;
        }
    }

    /** {@code scope} is the rule below which it always does its work. */
    private record Writing(List<String> path, Pointer pointer, Level level, ShiftRule scope) {
        boolean isOfConstant() {
            return level.rule.key() instanceof SpecKey.Constant || level.rule.key() instanceof SpecKey.MatchedName;
        }
    }

    private final Findings findings;
    private final Effort effort;
    private final Map<List<String>, List<Writing>> writings = new HashMap<>();
    private final List<Writing> all = new ArrayList<>();
    private int keys;

    ContradictionCheck(Findings findings, Effort effort) {
        this.findings = findings;
        this.effort = effort;
    }

    /** Targets that make an array of what another one wrote, with that other one. */
    Map<Pointer, Pointer> check(ShiftRule root) {
        visit(root, new Level(new Level(null, root, keys++), root, keys++));
        var besides = new HashMap<Pointer, Pointer>();
        for (var writing : all) {
            checkAbove(writing);
            for (var other : writings.getOrDefault(writing.path, List.of())) {
                effort.spend(1);
                if (other != writing
                        && writing.level.isWithin(other.scope)
                        && !writing.pointer.equals(besides.get(other.pointer))
                        && !writing.pointer.equals(other.pointer)) {
                    besides.putIfAbsent(writing.pointer, other.pointer);
                }
            }
        }
        return besides;
    }

    private void visit(ShiftRule rule, Level level) {
        for (var below : rule.below()) {
            effort.spend(1);
            boolean alike = below.key() instanceof SpecKey.Itself || below.key() instanceof SpecKey.Lookup;
            var here = new Level(level, below, alike ? level.key : keys++);
            boolean always = below.key() instanceof SpecKey.Itself
                    || below.key() instanceof SpecKey.Constant
                    || below.key() instanceof SpecKey.MatchedName;
            for (var target : below.targets()) {
                var path = path(target.path(), here);
                if (path != null) {
                    var writing = new Writing(path, target.pointer(), here, always ? rule : below);
                    all.add(writing);
                    writings.computeIfAbsent(path, key -> new ArrayList<>()).add(writing);
                }
            }
            visit(below, here);
        }
    }

    /** Null if it can't be compared. */
    private @Nullable List<String> path(List<SpecKey> keys, Level here) {
        effort.spend(keys.size());
        var path = new ArrayList<String>();
        for (var key : keys) {
            var part = switch (key) {
                case SpecKey.Literal literal -> literal.canonical();
                case SpecKey.Position position -> position.canonical();
                case SpecKey.Composed composed ->
                    composed.parts().stream()
                            .map(piece -> piece.reference() == null ? piece.text() : name(piece.reference(), here))
                            .map(piece -> piece == null ? "?" : piece)
                            .collect(Collectors.joining());
                case SpecKey.MatchedName matched -> name(matched.reference(), here);
                case SpecKey.MatchedPosition matched -> "[" + name(matched.reference(), here) + "]";
                default -> null;
            };
            if (part == null) {
                return null;
            }
            path.add(part);
        }
        return path;
    }

    private static String name(SpecKey.Reference reference, Level here) {
        var level = here.up(reference.level());
        return "&(%s,%d)".formatted(level == null ? "?" : "#" + level.key, reference.group());
    }

    private void checkAbove(Writing writing) {
        var path = writing.path;
        for (int i = 1; i < path.size(); i++) {
            effort.spend(i);
            if (path.get(i).startsWith("[")) {
                continue;
            }
            for (var other : writings.getOrDefault(path.subList(0, i), List.of())) {
                if (other.isOfConstant() && writing.level.isWithin(other.scope)) {
                    findings.fault(
                            "contradiction",
                            writing.pointer,
                            true,
                            "The rule at %s puts a text where the one at %s goes further down. Keep one of them."
                                    .formatted(other.pointer, writing.pointer));
                    return;
                }
            }
        }
    }
}
