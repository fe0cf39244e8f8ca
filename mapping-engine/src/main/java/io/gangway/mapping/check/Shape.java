package io.gangway.mapping.check;

import io.gangway.mapping.plan.Pointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a value can be: an over-estimate, which says of members that they can be there and of values of which kinds they
 * can be. Every value can also be null. Those that a step works on are its own; all others are never changed.
 */
final class Shape {
    /** A value about which nothing is known. */
    static final Shape ANYTHING = anything(null);

    /** Null, and nothing else. */
    static final Shape NOTHING = new Shape(null);

    private final @Nullable Object owner;
    private boolean anything;
    private boolean scalar;
    private Map<String, Pointer> constants = Map.of();
    private @Nullable Map<String, Shape> members;
    private @Nullable Shape others;
    private @Nullable Shape items;
    private @Nullable Pointer origin;
    private @Nullable Pointer second;
    private @Nullable String type;
    private boolean unsure;
    private boolean put;

    private Shape(@Nullable Object owner) {
        this.owner = owner;
    }

    static Shape anything(@Nullable Pointer origin) {
        var shape = new Shape(null);
        shape.anything = true;
        shape.origin = origin;
        return shape;
    }

    /** A text, number or boolean. */
    static Shape scalar(@Nullable Pointer origin) {
        var shape = new Shape(null);
        shape.scalar = true;
        shape.origin = origin;
        return shape;
    }

    static Shape constant(String text, Pointer origin) {
        var shape = new Shape(null);
        shape.constants = Map.of(text, origin);
        shape.origin = origin;
        return shape;
    }

    static Shape object(Map<String, Shape> members, @Nullable Pointer origin, @Nullable String type) {
        var shape = new Shape(null);
        shape.members = members;
        shape.origin = origin;
        shape.type = type;
        return shape;
    }

    static Shape array(Shape items, @Nullable Pointer origin, @Nullable String type) {
        var shape = new Shape(null);
        shape.items = items;
        shape.origin = origin;
        shape.type = type;
        return shape;
    }

    /** One that a step may change. */
    static Shape made(Object owner, @Nullable Pointer origin) {
        var shape = new Shape(owner);
        shape.origin = origin;
        return shape;
    }

    /** Whether it can be something about which nothing is known. */
    boolean isAnything() {
        return anything;
    }

    /** Whether it can be a text, number or boolean, apart from the {@link #constants}. */
    boolean isScalar() {
        return scalar;
    }

    /** Texts that it can be, with the rules that say so. */
    Map<String, Pointer> constants() {
        return constants;
    }

    boolean isObject() {
        return members != null || others != null;
    }

    /** Of members whose names are known. */
    Set<String> names() {
        return members == null ? Set.of() : members.keySet();
    }

    /** A member whose name is known; null if there is none. */
    @Nullable
    Shape known(String name) {
        return members == null ? null : members.get(name);
    }

    /** Members whose names are not known. */
    @Nullable
    Shape others() {
        return others;
    }

    @Nullable
    Shape items() {
        return items;
    }

    /** The rule that made it. */
    @Nullable
    Pointer origin() {
        return origin;
    }

    /** Another rule that writes wherever the {@link #origin} does, so that both values are in an array. */
    @Nullable
    Pointer second() {
        return second;
    }

    /** The source that it is of. */
    @Nullable
    String type() {
        return type;
    }

    /** Whether it may be gone. */
    boolean isUnsure() {
        return unsure;
    }

    /** Whether it is null, and nothing else. */
    boolean isNothing() {
        return !anything && !scalar && constants.isEmpty() && members == null && others == null && items == null;
    }

    /** What is there if a member is asked for by its name; null if it can't be there. */
    @Nullable
    Shape member(String name, Effort effort) {
        if (anything) {
            return ANYTHING;
        }
        var known = known(name);
        return others == null ? known : known == null ? others : union(known, others, effort, 0);
    }

    /** Itself, or a copy if it is not a step's own. */
    Shape ownedBy(Object step, Effort effort) {
        if (owner == step) {
            return this;
        }
        effort.spend(1 + names().size());
        var copy = copy(step);
        copy.members = members == null ? null : new LinkedHashMap<>(members);
        return copy;
    }

    private Shape copy(@Nullable Object step) {
        var copy = new Shape(step);
        copy.anything = anything;
        copy.scalar = scalar;
        copy.constants = constants;
        copy.members = members;
        copy.others = others;
        copy.items = items;
        copy.origin = origin;
        copy.second = second;
        copy.type = type;
        copy.unsure = unsure;
        copy.put = put;
        return copy;
    }

    /** The same, made by a rule. */
    Shape from(Pointer rule) {
        var copy = copy(null);
        copy.origin = rule;
        copy.second = null;
        return copy;
    }

    /** The same, put somewhere as it is. */
    Shape put(Pointer rule) {
        var copy = from(rule);
        copy.put = true;
        return copy;
    }

    /** Whether it was put there as it is, rather than made by paths that lead through it. */
    boolean isPut() {
        return put;
    }

    /** The same, made by a rule if no other is known. */
    Shape orFrom(Pointer rule) {
        return origin == null ? from(rule) : this;
    }

    /** The same, of which it is not known whether it is still there. */
    Shape unsure() {
        var copy = copy(null);
        copy.unsure = true;
        return copy;
    }

    /** The same unless it is an object. */
    Shape withoutObject() {
        var copy = copy(null);
        copy.anything = false;
        copy.members = null;
        copy.others = null;
        return copy;
    }

    /** The same unless it is an array. */
    Shape withoutItems() {
        var copy = copy(null);
        copy.items = null;
        return copy;
    }

    /** The same unless it is one of some texts. */
    Shape withoutTexts(Predicate<String> texts) {
        var copy = copy(null);
        copy.constants = new LinkedHashMap<>(constants);
        copy.constants.keySet().removeIf(texts);
        return copy;
    }

    /** The same, of which neither is known whether it is still there nor which constants it can be. */
    Shape doubtful(Effort effort, int depth) {
        effort.visit(depth);
        var copy = unsure();
        copy.scalar |= !constants.isEmpty();
        copy.constants = Map.of();
        copy.second = null;
        if (members != null) {
            copy.members = new LinkedHashMap<>(members);
            copy.membersBecomeDoubtful(effort, depth + 1);
        }
        copy.items = items == null ? null : items.doubtful(effort, depth + 1);
        return copy;
    }

    void membersBecomeDoubtful(Effort effort, int depth) {
        if (members != null) {
            members.replaceAll((name, member) -> member.doubtful(effort, depth));
        }
    }

    /** The same in an array with what {@code rule} puts there whenever the origin does. */
    Shape beside(Pointer rule) {
        var copy = copy(null);
        copy.second = rule;
        return copy;
    }

    void put(String name, Shape value) {
        if (members == null) {
            members = new LinkedHashMap<>();
        }
        members.put(name, value);
    }

    void remove(String name) {
        if (members != null) {
            members.remove(name);
            type = null;
        }
    }

    void putOthers(@Nullable Shape value) {
        others = value;
    }

    void putItems(@Nullable Shape value) {
        items = value;
    }

    /** With no member yet. */
    void becomeObject() {
        members = new LinkedHashMap<>();
    }

    /** An object for a member to be put into; what else it can be may be gone. */
    void makeWay(Effort effort) {
        if (!isObject()) {
            becomeObject();
        }
        scalar |= !constants.isEmpty();
        constants = Map.of();
        second = null;
        items = items == null ? null : items.doubtful(effort, 0);
    }

    /** Calls {@code found} with what stands for this object or array wherever it is. */
    void container(Consumer<Object> found) {
        if (members != null) {
            found.accept(members);
        }
        if (items != null) {
            found.accept(items);
        }
    }

    /** The same for those below it as well. */
    void eachContainer(Consumer<Object> found, Effort effort, int depth) {
        effort.visit(depth);
        container(found);
        if (members != null) {
            members.values().forEach(member -> member.eachContainer(found, effort, depth + 1));
        }
        if (others != null) {
            others.eachContainer(found, effort, depth + 1);
        }
        if (items != null) {
            items.eachContainer(found, effort, depth + 1);
        }
    }

    void becomeAnything() {
        anything = true;
    }

    void membersBecomeAnything(Object step, Effort effort) {
        if (members != null) {
            effort.spend(members.size());
            members.replaceAll((name, member) -> {
                var own = member.ownedBy(step, effort);
                own.becomeAnything();
                return own;
            });
        }
    }

    static Shape union(Shape one, Shape other, Effort effort, int depth) {
        if (one == other || other.isNothing()) {
            return one;
        }
        if (one.isNothing()) {
            return other;
        }
        effort.visit(depth);
        var both = one.copy(null);
        both.anything |= other.anything;
        both.scalar |= other.scalar;
        if (!other.constants.isEmpty()) {
            effort.spend(one.constants.size() + other.constants.size());
            both.constants = new LinkedHashMap<>(other.constants);
            both.constants.putAll(one.constants);
        }
        if (one.members != null && other.members != null) {
            effort.spend(one.names().size() + other.names().size());
            var members = new LinkedHashMap<>(one.members);
            other.members.forEach((name, value) ->
                    members.merge(name, value, (first, second) -> union(first, second, effort, depth + 1)));
            both.members = members;
        } else if (one.members == null) {
            both.members = other.members;
        }
        both.others = unionOrNull(one.others, other.others, effort, depth + 1);
        both.items = unionOrNull(one.items, other.items, effort, depth + 1);
        both.origin = one.origin == null ? other.origin : one.origin;
        both.second = one.second == null ? other.second : one.second;
        both.type = one.type == null || !one.type.equals(other.type) ? null : one.type;
        both.unsure = one.unsure && other.unsure;
        both.put = one.put || other.put;
        return both;
    }

    /** Of all, in halves, so that none is looked at too often; null and nothing else of none. */
    static Shape union(List<Shape> all, Effort effort) {
        if (all.size() < 2) {
            return all.isEmpty() ? NOTHING : all.getFirst();
        }
        int half = all.size() / 2;
        return union(union(all.subList(0, half), effort), union(all.subList(half, all.size()), effort), effort, 0);
    }

    static @Nullable Shape unionOrNull(@Nullable Shape one, @Nullable Shape other, Effort effort, int depth) {
        return one == null ? other : other == null ? one : union(one, other, effort, depth);
    }
}
