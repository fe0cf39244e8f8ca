package io.gangway.mapping.suggest;

import io.gangway.canonical.CanonicalRecord;
import io.gangway.canonical.CanonicalType;
import io.gangway.mapping.suggest.Frame.Choice;
import io.gangway.mapping.suggest.Frame.Nested;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds where the samples have a message, and assigns values to its fields: the surest pair first, and each value and
 * field once. That is not always the largest sum, but a sure pair is never given up for two unsure ones, and the reason
 * for each can be told.
 */
final class Frames {
    private static final int ROOTS = 30;
    private static final int OTHERS = 3;
    private static final double LIST_NAME = 0.5;
    private static final double FURTHER = 0.6;

    private final Samples samples;
    private final Scoring scoring;

    Frames(Samples samples, Scoring scoring) {
        this.samples = samples;
        this.scoring = scoring;
    }

    /** Of all objects that the message may be the one from which most of it can be filled; the outermost of equals. */
    Frame message(CanonicalType type) {
        var roots = new ArrayList<SourcePath>();
        roots.add(SourcePath.ROOT);
        samples.repeated().stream().limit(ROOTS).forEach(roots::add);
        Optional<Frame> best = Optional.empty();
        double most = Double.NEGATIVE_INFINITY;
        for (var root : roots) {
            var frame = frame(root, type.record(), true);
            double score = frame.sum() + named(root, type) + eventful(frame);
            if (score > most + 1e-9) {
                best = Optional.of(frame);
                most = score;
            }
        }
        return best.orElseThrow();
    }

    private double named(SourcePath root, CanonicalType type) {
        return root.endsWithEach()
                        && scoring.names()
                                        .match(
                                                SourceName.of(
                                                        root, scoring.names().words()),
                                                type.name(),
                                                List.of())
                                        .score()
                                >= 0.7
                ? 1.5
                : 0;
    }

    /** An array whose items say when they happened. */
    private static double eventful(Frame frame) {
        boolean happened = frame.choices().stream()
                .anyMatch(choice -> choice.target().name().equals("occurredAt")
                        && choice.confidence() >= FURTHER
                        && frame.holds(choice.source()));
        return frame.root().endsWithEach() && happened ? 0.75 : 0;
    }

    private Frame frame(SourcePath root, CanonicalRecord record, boolean message) {
        var targets = TargetField.of(record);
        var candidates = candidates(root, targets, message);
        var lists = lists(
                root, targets.stream().filter(TargetField::isListOfObjects).toList());
        return new Frame(root, withCurrencies(choices(neededFirst(candidates)), targets), lists);
    }

    private List<Candidate> candidates(SourcePath root, List<TargetField> targets, boolean message) {
        var order = new HashMap<TargetField, Integer>();
        targets.forEach(target -> order.put(target, order.size()));
        var visible = samples.sources().stream()
                .filter(source -> visible(source, root, message))
                .toList();
        var candidates = new ArrayList<Candidate>();
        for (var target : targets) {
            if (!target.isListOfObjects() && !target.isCurrency()) {
                for (var source : visible) {
                    if (target.isList() || !source.path().endsWithEach()) {
                        candidates.add(scoring.score(target, source, root));
                    }
                }
            }
        }
        return candidates.stream()
                .filter(scoring::tellable)
                .sorted(Comparator.comparingDouble(Candidate::confidence)
                        .reversed()
                        .thenComparing(candidate -> order.get(candidate.target())))
                .toList();
    }

    /** Several amounts may be in one currency, so that it is chosen with each of them. */
    private static List<Choice> withCurrencies(List<Choice> choices, List<TargetField> targets) {
        var all = new ArrayList<>(choices);
        for (var choice : choices) {
            var quantity = choice.candidate().quantity();
            if (quantity != null
                    && choice.target().isAmount()
                    && Operations.of(choice.candidate()) instanceof ProposedOperation.Copy) {
                quantity.beside()
                        .ifPresent(currency -> targets.stream()
                                .filter(choice.target()::isIn)
                                .map(target -> new Candidate(target, currency, choice.confidence(), quantity.reasons()))
                                .forEach(candidate -> all.add(new Choice(candidate, List.of()))));
            }
        }
        return all;
    }

    /** In the object, or beside the array that it stands in; not in further arrays, but for arrays of plain values. */
    private static boolean visible(Source source, SourcePath root, boolean message) {
        var path = source.path();
        if (path.startsWith(root)) {
            return path.size() > root.size() && !path.whole().repeatsFrom(root.size());
        }
        return message && !path.endsWithKey() && !path.whole().repeatsFrom(path.shared(root));
    }

    /** A field that the message can't do without goes before others that would take its only value. */
    private static List<Candidate> neededFirst(List<Candidate> sorted) {
        var filled = choices(sorted).stream().map(Choice::target).collect(Collectors.toSet());
        var needed = new ArrayList<Candidate>();
        for (var candidate : sorted) {
            if (candidate.target().required() && candidate.confidence() >= FURTHER && filled.add(candidate.target())) {
                needed.add(candidate);
            }
        }
        if (needed.isEmpty()) {
            return sorted;
        }
        needed.addAll(sorted);
        return needed.stream().distinct().toList();
    }

    private static List<Choice> choices(List<Candidate> sorted) {
        var filled = new HashMap<TargetField, Candidate>();
        var used = new HashSet<SourcePath>();
        var chosen = new ArrayList<Candidate>();
        for (var candidate : sorted) {
            var first = filled.get(candidate.target());
            if (candidate.source().places().stream().noneMatch(used::contains)
                    && (first == null || isFurther(first, candidate))) {
                filled.putIfAbsent(candidate.target(), candidate);
                used.addAll(candidate.source().places());
                chosen.add(candidate);
            }
        }
        var chosenOnes = Set.copyOf(chosen);
        Map<TargetField, List<Candidate>> others = new HashMap<>();
        sorted.stream()
                .filter(candidate -> !chosenOnes.contains(candidate))
                .forEach(candidate -> others.computeIfAbsent(candidate.target(), key -> new ArrayList<>())
                        .add(candidate));
        return chosen.stream()
                .map(candidate -> new Choice(
                        candidate,
                        others.getOrDefault(candidate.target(), List.of()).stream()
                                .limit(OTHERS)
                                .toList()))
                .toList();
    }

    /** A list of texts can be filled from several single values. */
    private static boolean isFurther(Candidate first, Candidate further) {
        return first.target().isList()
                && further.confidence() >= FURTHER
                && !first.source().path().endsWithEach()
                && !further.source().path().endsWithEach();
    }

    private List<Nested> lists(SourcePath root, List<TargetField> targets) {
        record Offer(TargetField target, SourcePath array, double name) {}
        var offers = new ArrayList<Offer>();
        var arrays = samples.repeated().stream()
                .filter(array -> array.size() > root.size()
                        && array.startsWith(root)
                        && !array.parent().repeatsFrom(root.size()))
                .limit(ROOTS)
                .toList();
        for (var target : targets) {
            for (var array : arrays) {
                var relative = new SourcePath(array.parts().subList(root.size(), array.size())).names();
                var own = new ArrayList<>(target.objects());
                own.add(target.name());
                double name = relative.equals(own)
                        ? 1
                        : 0.95
                                * scoring.names()
                                        .match(
                                                SourceName.of(
                                                        array, scoring.names().words()),
                                                target.name(),
                                                target.objects())
                                        .score();
                if (name >= LIST_NAME) {
                    offers.add(new Offer(target, array, name));
                }
            }
        }
        offers.sort(Comparator.comparingDouble(Offer::name).reversed());
        var taken = new HashSet<Object>();
        var lists = new ArrayList<Nested>();
        for (var offer : offers) {
            if (!taken.contains(offer.target()) && !taken.contains(offer.array())) {
                taken.add(offer.target());
                taken.add(offer.array());
                var frame = frame(offer.array(), offer.target().itemRecord(), false);
                lists.add(
                        new Nested(offer.target(), offer.name() == 1 ? frame : frame.times(0.7 + 0.3 * offer.name())));
            }
        }
        return lists;
    }
}
