package io.gangway.portal.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.gangway.identity.IssuedOAuthClient;
import io.gangway.portal.component.Code;

/** Shows a new client and, this once, its secret. A click beside it does not close it. */
final class IssuedClientDialog extends Dialog {
    IssuedClientDialog(IssuedOAuthClient issued, String tokenEndpoint) {
        setHeaderTitle(getTranslation("clients.issued.title", issued.client().name()));
        setWidth("38rem");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        var id = issued.client().clientId();
        add(
                new Paragraph(
                        getTranslation(issued.secret() == null ? "clients.issued.key-text" : "clients.issued.text")),
                line("clients.id", "issued-client", id));
        if (issued.secret() != null) {
            add(line("clients.secret", "issued-secret", issued.secret()));
        }
        add(line("clients.token-endpoint", "token-endpoint", tokenEndpoint));
        if (issued.secret() != null) {
            add(line(
                    "clients.try",
                    "try-client",
                    "curl -sS -u '%s:%s' -d grant_type=client_credentials %s"
                            .formatted(id, issued.secret(), tokenEndpoint)));
        }
        var done = new Button(getTranslation("keys.issued.done"), clicked -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }

    private Component line(String label, String id, String text) {
        var shown = new Span(text);
        shown.setId(id);
        shown.addClassNames("code", "secret");
        var line = new Div(shown, Code.copyButton(getTranslation("keys.copy"), text));
        line.addClassName("inline");
        return new Div(new H3(getTranslation(label)), line);
    }
}
