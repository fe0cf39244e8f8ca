package io.gangway.portal.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.gangway.identity.IssuedApiKey;
import io.gangway.portal.component.Code;

/** Shows a new key, this once. A click beside it does not close it. */
final class IssuedKeyDialog extends Dialog {
    IssuedKeyDialog(IssuedApiKey issued) {
        setHeaderTitle(getTranslation("keys.issued.title", issued.key().name()));
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        var text = new Span(issued.text());
        text.setId("issued-key");
        text.addClassNames("code", "secret");
        var copy = Code.copyButton(getTranslation("keys.copy"), issued.text());
        var line = new Div(text, copy);
        line.addClassName("inline");
        add(new Paragraph(getTranslation("keys.issued.text")), line);
        var done = new Button(getTranslation("keys.issued.done"), clicked -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}
