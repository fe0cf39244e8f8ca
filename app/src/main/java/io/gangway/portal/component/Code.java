package io.gangway.portal.component;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** An id or code: monospaced, shortened in the middle if long, copied by a click. */
public class Code extends Span {
    private static final int LONGEST = 22;

    public Code(String text) {
        addClassName("code");
        var shown = new Span(shortened(text));
        var copy = copyButton("", text);
        copy.addClassName("code-copy");
        copy.getElement().setAttribute("aria-label", getTranslation("code.copy", shortened(text)));
        copy.setTitle(text);
        copy.add(shown);
        add(copy);
    }

    /** A button that copies {@code text}. */
    public static NativeButton copyButton(String label, String text) {
        var copy = new NativeButton(label);
        copy.addClassName("copies");
        // In the browser alone: the clipboard is only open to the click itself.
        copy.getElement()
                .executeJs(
                        "const b=this;b.addEventListener('click',e=>{e.stopPropagation();navigator.clipboard?.writeText($0);b.classList.add('copied');setTimeout(()=>b.classList.remove('copied'),900)})",
                        text);
        return copy;
    }

    public static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, 10) + "…" + text.substring(text.length() - 8);
    }
}
