package io.gangway.mapping.suggest;

import io.gangway.mapping.suggest.Shapes.Shape;
import io.gangway.mapping.suggest.Source.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Dates and times of day that stand side by side and belong together, such as {@code scanDate} and {@code scanTime}. */
final class ClockPairs {
    private ClockPairs() {}

    static List<Source> of(List<Source> sources) {
        var pairs = new ArrayList<Source>();
        for (var date : sources) {
            if (!date.path().parts().isEmpty()
                    && date.shapes().time().filter(time -> !time.clock()).isPresent()) {
                sources.stream()
                        .filter(clock -> belongTogether(date, clock))
                        .findFirst()
                        .ifPresent(clock -> pairs.add(joined(date, clock)));
            }
        }
        return pairs.stream().filter(pair -> pair.shapes().time().isPresent()).toList();
    }

    private static boolean belongTogether(Source date, Source clock) {
        return clock != date
                && clock.shapes().are(Shape.CLOCK)
                && clock.path().size() == date.path().size()
                && clock.path().parent().equals(date.path().parent())
                && rest(date, "date").equals(rest(clock, "time"));
    }

    /** The tokens but the one that says what it is. */
    private static List<Set<String>> rest(Source source, String word) {
        var own = source.name().own();
        var rest = own.stream().filter(token -> !token.contains(word)).toList();
        return rest.size() < own.size() ? rest : List.of(Set.of("-" + word));
    }

    private static Source joined(Source date, Source clock) {
        var times = clock.byItem();
        var seen = date.seen().stream()
                .filter(day -> times.containsKey(day.item()))
                .map(day -> new Observation(day.item(), day.text() + " " + times.get(day.item()), false))
                .toList();
        return new Source(date.path(), clock.path(), date.name(), seen, date.items(), Shapes.of(seen));
    }
}
