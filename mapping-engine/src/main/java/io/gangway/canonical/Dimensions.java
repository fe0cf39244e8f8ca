package io.gangway.canonical;

import static io.gangway.canonical.Classification.INTERNAL;

/**
 * Outer measures of a package. Which side is called the length does not matter.
 *
 * @param lengthMillimetres the length in millimetres
 * @param widthMillimetres the width in millimetres
 * @param heightMillimetres the height in millimetres
 */
public record Dimensions(
        @Classified(INTERNAL) @MeasuredIn(Unit.MILLIMETRE) long lengthMillimetres,
        @Classified(INTERNAL) @MeasuredIn(Unit.MILLIMETRE) long widthMillimetres,
        @Classified(INTERNAL) @MeasuredIn(Unit.MILLIMETRE) long heightMillimetres) {}
