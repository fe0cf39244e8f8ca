package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Whether what a chain made of a document is what the checks say that it can make of it. */
public final class ShapeOracle {
    private static final JsonMapper JSON = new JsonMapper();

    private ShapeOracle() {}

    /** Where the output is something that it can't be; empty if nowhere. */
    public static Optional<String> violation(String chain, String input, String output) {
        var steps = JSON.readValue(chain, List.class);
        return Stream.of(shapeOf(JSON.readValue(input, Object.class)), Shape.ANYTHING)
                .flatMap(payload -> violation(steps, payload, output).stream())
                .findFirst();
    }

    private static Optional<String> violation(List<?> steps, Shape payload, String output) {
        var checks = new MappingChecks(payload, null, finding -> {});
        for (int i = 0; i < steps.size(); i++) {
            checks.step(steps.get(i), Pointer.ROOT.child(i));
        }
        return violation(JSON.readValue(output, Object.class), checks.shape(), "#");
    }

    private static Shape shapeOf(Object value) {
        return switch (value) {
            case null -> Shape.NOTHING;
            case Map<?, ?> object -> {
                var members = new LinkedHashMap<String, Shape>();
                object.forEach((name, member) -> members.put(String.valueOf(name), shapeOf(member)));
                yield Shape.object(members, null, null);
            }
            case List<?> array ->
                Shape.array(
                        array.stream()
                                .map(ShapeOracle::shapeOf)
                                .reduce(Shape.NOTHING, (one, other) -> Shape.union(one, other, new Effort(), 0)),
                        null,
                        null);
            case String text -> Shape.constant(text, Pointer.ROOT);
            default -> Shape.scalar(null);
        };
    }

    private static Optional<String> violation(Object value, Shape shape, String place) {
        if (value == null || shape.isAnything()) {
            return Optional.empty();
        }
        return switch (value) {
            case Map<?, ?> object -> shape.isObject() ? member(object, shape, place) : wrong(value, place);
            case List<?> array when shape.items() == null -> wrong(value, place);
            case List<?> array ->
                array.stream()
                        .flatMap(item -> violation(item, shape.items(), place + "/[]").stream())
                        .findFirst();
            case String text when shape.constants().containsKey(text) -> Optional.empty();
            case String text -> shape.isScalar() ? Optional.empty() : wrong(value, place);
            default -> shape.isScalar() || !shape.constants().isEmpty() ? Optional.empty() : wrong(value, place);
        };
    }

    private static Optional<String> member(Map<?, ?> object, Shape shape, String place) {
        for (var member : object.entrySet()) {
            var name = String.valueOf(member.getKey());
            var known = shape.known(name);
            var violation = known == null
                    ? wrong(member.getValue(), place + "/" + name)
                    : violation(member.getValue(), known, place + "/" + name);
            if (violation.isPresent()
                    && (shape.others() == null
                            || violation(member.getValue(), shape.others(), place + "/" + name)
                                    .isPresent())) {
                return violation;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(Object value, String place) {
        return Optional.of("%s can't be %s".formatted(place, value));
    }
}
