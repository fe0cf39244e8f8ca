package io.gangway.canonical;

/** What a whole number counts. */
public enum Unit {
    GRAM("g", 0),
    MILLIMETRE("mm", 0),
    PIECE("piece", 0),
    DAY("day", 0),
    /** Hundredths for most currencies, wholes for yen; as many digits as ISO 4217 says. */
    MINOR_UNIT("minor-unit", -Unit.LARGEST);

    /** Beyond it, readers that take JSON numbers for doubles lose digits. */
    static final long LARGEST = (1L << 53) - 1;

    private final String symbol;
    private final long minimum;

    Unit(String symbol, long minimum) {
        this.symbol = symbol;
        this.minimum = minimum;
    }

    /** As the schemas write it. */
    public String symbol() {
        return symbol;
    }

    /** Zero for what can't be negative. */
    public long minimum() {
        return minimum;
    }

    /** 2^53 - 1. */
    public long maximum() {
        return LARGEST;
    }
}
