package io.gangway.mapping.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unit of mass or length, and how senders spell it: symbols, words, UN/ECE Recommendation 20 and carriers' codes. */
enum MeasureUnit {
    MILLIGRAM(Kind.MASS, "0.001", "mg", "MGM", "MILLIGRAM", "MILLIGRAMS"),
    GRAM(Kind.MASS, "1", "g", "GR", "GRM", "GRAM", "GRAMS"),
    KILOGRAM(Kind.MASS, "1000", "kg", "KGS", "KGM", "KILO", "KILOS", "KILOGRAM", "KILOGRAMS"),
    TONNE(Kind.MASS, "1000000", "t", "TNE", "TONNE", "TONNES"),
    OUNCE(Kind.MASS, "28.349523125", "oz", "OZS", "ONZ", "OUNCE", "OUNCES"),
    POUND(Kind.MASS, "453.59237", "lb", "LBS", "LBR", "POUND", "POUNDS"),
    MILLIMETRE(Kind.LENGTH, "1", "mm", "MMT", "MILLIMETRE", "MILLIMETRES", "MILLIMETER", "MILLIMETERS"),
    CENTIMETRE(Kind.LENGTH, "10", "cm", "CMS", "CMT", "CENTIMETRE", "CENTIMETRES", "CENTIMETER", "CENTIMETERS"),
    METRE(Kind.LENGTH, "1000", "m", "MTR", "METRE", "METRES", "METER", "METERS"),
    INCH(Kind.LENGTH, "25.4", "in", "INS", "INH", "INCH", "INCHES"),
    FOOT(Kind.LENGTH, "304.8", "ft", "FOT", "FOOT", "FEET");

    /** What a unit measures. */
    enum Kind {
        MASS,
        LENGTH
    }

    private static final Map<String, MeasureUnit> BY_SPELLING = bySpelling();

    private final Kind kind;
    private final BigDecimal factor;
    private final String symbol;
    private final List<String> spellings;

    /** {@code factor} in grams or millimetres, exact by definition. */
    MeasureUnit(Kind kind, String factor, String symbol, String... spellings) {
        this.kind = kind;
        this.factor = new BigDecimal(factor);
        this.symbol = symbol;
        this.spellings = List.of(spellings);
    }

    /** Null if nothing is spelled so; case does not matter. */
    static @Nullable MeasureUnit find(String spelling) {
        return BY_SPELLING.get(spelling.toUpperCase(Locale.ROOT));
    }

    static List<String> symbols() {
        return List.of(values()).stream().map(MeasureUnit::symbol).toList();
    }

    Kind kind() {
        return kind;
    }

    String symbol() {
        return symbol;
    }

    /** Grams or millimetres, which canonical messages count. */
    MeasureUnit canonical() {
        return kind == Kind.MASS ? GRAM : MILLIMETRE;
    }

    /** An amount of this unit in another of the same kind, rounded once: half up. */
    BigDecimal in(MeasureUnit other, BigDecimal amount, int digits) {
        return amount.multiply(factor).divide(other.factor, digits, RoundingMode.HALF_UP);
    }

    private static Map<String, MeasureUnit> bySpelling() {
        var units = new HashMap<String, MeasureUnit>();
        for (var unit : values()) {
            units.put(unit.symbol.toUpperCase(Locale.ROOT), unit);
            unit.spellings.forEach(spelling -> units.put(spelling, unit));
        }
        return Map.copyOf(units);
    }
}
