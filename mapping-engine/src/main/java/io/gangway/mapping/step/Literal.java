package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that stands in the mapping: a text, a number or a truth value, or an array of them. */
sealed interface Literal {
    int node(Document document);

    /** Null and a fault if it is none. */
    static @Nullable Literal of(SpecObject spec, String member) {
        var literal = of(spec, spec.value(member));
        if (literal == null) {
            spec.fault(
                    "invalid-member",
                    member,
                    "Member '%s' at %s is not a text, number or truth value, nor an array of them. Write one."
                            .formatted(Scalar.shown(member), spec.pointer()));
        }
        return literal;
    }

    private static @Nullable Literal of(SpecObject spec, @Nullable Object value) {
        return switch (value) {
            case String text -> new Text(spec.name(text));
            case Boolean flag -> new Flag(flag);
            case Integer number -> new Number(BigDecimal.valueOf(number));
            case Long number -> new Number(BigDecimal.valueOf(number));
            case BigInteger number -> new Number(new BigDecimal(number));
            case Double number when Double.isFinite(number) -> new Number(BigDecimal.valueOf(number));
            case List<?> list -> {
                var items = list.stream()
                        .<@Nullable Literal>map(item -> item instanceof List<?> ? null : of(spec, item))
                        .toList();
                yield items.contains(null)
                        ? null
                        : new Items(items.stream().map(Literal.class::cast).toList());
            }
            case null, default -> null;
        };
    }

    /** One of the names that the mapping mentions, so that a run makes no new text. */
    record Text(int name) implements Literal {
        @Override
        public int node(Document document) {
            return document.nameAsText(name);
        }
    }

    record Flag(boolean value) implements Literal {
        @Override
        public int node(Document document) {
            return value ? Document.TRUE : Document.FALSE;
        }
    }

    record Number(BigDecimal value) implements Literal {
        @Override
        public int node(Document document) {
            return document.newDecimal(value);
        }
    }

    record Items(List<Literal> items) implements Literal {
        @Override
        public int node(Document document) {
            int array = document.newArray();
            items.forEach(item -> document.add(array, item.node(document)));
            return array;
        }
    }
}
