package io.gangway.portal.component;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What the sender itself said, in small type beside the canonical value. */
public final class Sender {
    private Sender() {}

    public static Span words(@Nullable String rawCode, @Nullable String rawText) {
        var words = new Span();
        words.addClassName("beside");
        if (rawCode != null) {
            var code = new Span(rawCode);
            code.addClassName("code");
            words.add(code);
        }
        if (rawText != null) {
            words.add(new Span(rawCode == null ? rawText : " " + rawText));
        }
        return words;
    }
}
