package io.gangway.mapping.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that stands in a spec, to be made anew wherever it is used. */
sealed interface Constant {
    int node(Document document);

    static Constant of(@Nullable Object value, Names.Builder names) {
        return switch (value) {
            case null -> new Fixed(Document.NULL);
            case Boolean flag -> new Fixed(flag ? Document.TRUE : Document.FALSE);
            case String text -> new Text(names.id(text));
            case Integer number -> new Number(number.toString());
            case Long number -> new Number(number.toString());
            case BigInteger number -> new Number(number.toString());
            case Double number -> new Real(number);
            case List<?> list -> {
                var items = new ArrayList<Constant>();
                list.forEach(item -> items.add(of(item, names)));
                yield new Items(List.copyOf(items));
            }
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<Integer, Constant>();
                map.forEach((name, member) -> members.put(names.id(String.valueOf(name)), of(member, names)));
                yield new Members(members);
            }
            default -> throw new IllegalArgumentException("No value of JSON: " + value.getClass());
        };
    }

    /** Null and booleans, which are the same everywhere. */
    record Fixed(int node) implements Constant {
        @Override
        public int node(Document document) {
            return node;
        }
    }

    record Text(int name) implements Constant {
        @Override
        public int node(Document document) {
            return document.nameAsText(name);
        }
    }

    record Number(String digits) implements Constant {
        @Override
        public int node(Document document) {
            return document.newWhole(digits);
        }
    }

    record Real(double number) implements Constant {
        @Override
        public int node(Document document) {
            return document.newDouble(number);
        }
    }

    record Items(List<Constant> items) implements Constant {
        @Override
        public int node(Document document) {
            int array = document.newArray(items.size());
            for (var item : items) {
                document.add(array, item.node(document));
            }
            return array;
        }
    }

    record Members(Map<Integer, Constant> members) implements Constant {
        @Override
        public int node(Document document) {
            int object = document.newObject(members.size());
            members.forEach((name, member) -> document.append(object, name, member.node(document)));
            return object;
        }
    }
}
