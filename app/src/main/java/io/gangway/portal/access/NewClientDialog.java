package io.gangway.portal.access;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.gangway.identity.AccessRefused;
import io.gangway.identity.Granter;
import io.gangway.identity.NewOAuthClient;
import io.gangway.identity.OAuthClientAdministration;
import io.gangway.kernel.Environment;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks what a new client is for, what it may do, and how it proves itself. */
final class NewClientDialog extends Dialog {
    private final ProgramName name = new ProgramName();
    private final ScopeChoice scopes;
    private final RadioButtonGroup<Proof> proof = new RadioButtonGroup<>();
    private final TextField jwksUrl = new TextField();
    private final TextArea jwks = new TextArea();

    private enum Proof {
        SECRET,
        JWKS_URL,
        JWKS
    }

    /** @param create false if it could not be made now; the dialog stays open then */
    NewClientDialog(Granter granter, Environment environment, Predicate<NewOAuthClient> create) {
        setHeaderTitle(getTranslation("clients.new.title", getTranslation("environment." + environment.name())));
        scopes = new ScopeChoice(granter);
        proof.setLabel(getTranslation("clients.proof"));
        proof.setItems(Proof.values());
        proof.setItemLabelGenerator(way -> getTranslation("clients.proof." + way));
        proof.addClassName("vertical");
        proof.setValue(Proof.SECRET);
        proof.addValueChangeListener(changed -> showProof());
        jwksUrl.setLabel(getTranslation("clients.jwks-url"));
        jwksUrl.setPlaceholder("https://erp.example.com/jwks.json");
        jwksUrl.setMaxLength(OAuthClientAdministration.MAX_URL);
        jwksUrl.setManualValidation(true);
        jwksUrl.setWidthFull();
        jwks.setLabel(getTranslation("clients.jwks"));
        jwks.setPlaceholder("{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"…\", \"n\": \"…\", \"e\": \"AQAB\"}]}");
        jwks.setMaxLength(OAuthClientAdministration.MAX_JWKS);
        jwks.setManualValidation(true);
        jwks.setMinHeight("8em");
        jwks.setMaxHeight("16em");
        jwks.setWidthFull();
        showProof();
        var form = new VerticalLayout(
                new Paragraph(getTranslation("clients.new.text")), name, scopes, proof, jwksUrl, jwks);
        form.setPadding(false);
        add(form);
        setWidth("34rem");
        var save = new Button(getTranslation("clients.new.save"), clicked -> {
            try {
                if (create.test(wanted(environment))) {
                    close();
                }
            } catch (AccessRefused refused) {
                showFaults(refused.faults());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("keys.cancel"), clicked -> close()), save);
    }

    private void showProof() {
        jwksUrl.setVisible(proof.getValue() == Proof.JWKS_URL);
        jwks.setVisible(proof.getValue() == Proof.JWKS);
    }

    private NewOAuthClient wanted(Environment environment) {
        return new NewOAuthClient(
                name.getValue(),
                environment,
                scopes.getValue(),
                proof.getValue() == Proof.JWKS_URL ? jwksUrl.getValue().strip() : null,
                proof.getValue() == Proof.JWKS ? jwks.getValue().strip() : null);
    }

    private void showFaults(Map<String, String> faults) {
        show(name, faults.get(NewOAuthClient.NAME));
        show(scopes, faults.get(NewOAuthClient.SCOPES));
        show(jwksUrl, faults.get(NewOAuthClient.JWKS_URL));
        show(jwks, faults.get(NewOAuthClient.JWKS));
    }

    private static void show(HasValidation field, @Nullable String fault) {
        field.setErrorMessage(fault == null ? "" : fault);
        field.setInvalid(fault != null);
    }
}
