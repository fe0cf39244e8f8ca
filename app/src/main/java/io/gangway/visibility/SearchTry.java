package io.gangway.visibility;

import io.gangway.platform.LikePattern;

/**
 * How a shipment's key may be like what was typed, in the order in which it is tried. A tenant's keys are compared by
 * ranges, since row-level security lets no index be used for LIKE; those of all tenants, which operators see, by LIKE.
 */
enum SearchTry {
    EXACT(1, "k.key = :key"),
    PREFIX(1, "k.key ~>=~ :key AND k.key ~<~ :keyEnd"),
    ENDING(1, "k.reversed ~>=~ :reversed AND k.reversed ~<~ :reversedEnd"),
    /** Fewer letters have no trigram to look up. */
    PART(3, "k.shipment_id IN (SELECT gangway_find_shipments(:key, :environment, :most))");

    private static final int LONGEST_PART = 64;
    /** After every text that begins with what stands before it. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final int shortest;
    private final String condition;

    SearchTry(int shortest, String condition) {
        this.shortest = shortest;
        this.condition = condition;
    }

    boolean isFor(String key) {
        var length = key.codePointCount(0, key.length());
        return length >= shortest && (this != PART || length <= LONGEST_PART);
    }

    /** The condition of a tenant's keys {@code k}, which an index answers. */
    String condition() {
        return condition;
    }

    /** The same as a pattern of LIKE. */
    String pattern(String key) {
        var literal = LikePattern.literal(key);
        return switch (this) {
            case EXACT -> literal;
            case PREFIX -> literal + "%";
            case ENDING -> "%" + literal;
            case PART -> "%" + literal + "%";
        };
    }

    static String end(String beginning) {
        return beginning + LAST;
    }
}
