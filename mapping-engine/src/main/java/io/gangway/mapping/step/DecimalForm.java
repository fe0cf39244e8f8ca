package io.gangway.mapping.step;

import io.gangway.mapping.plan.Document;
import java.math.BigDecimal;
import java.util.Set;

/** How a decimal number is written for a partner: as JSON's number or as a text. */
enum DecimalForm {
    NUMBER,
    TEXT;

    /** Of the member 'as'; a number if it is missing. */
    static DecimalForm of(SpecObject spec) {
        return spec.choice("as", Set.of("number", "text"), "number").equals("text") ? TEXT : NUMBER;
    }

    int node(Document document, BigDecimal number) {
        return switch (this) {
            case NUMBER -> document.newDecimal(number);
            case TEXT -> document.newText(number.toPlainString());
        };
    }
}
