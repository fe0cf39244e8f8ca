package io.gangway.portal.access;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import io.gangway.identity.AccessRefused;
import io.gangway.identity.Granter;
import io.gangway.identity.IssuedApiKey;
import io.gangway.identity.NewApiKey;
import io.gangway.kernel.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks what a new key is for and what it may do. */
final class NewKeyDialog extends Dialog {
    private static final int FOREVER = 0;
    private static final List<Integer> LIFETIMES_IN_DAYS = List.of(30, 90, 365, FOREVER);
    private static final int USUAL_LIFETIME = 365;

    private final ProgramName name = new ProgramName();
    private final ScopeChoice scopes;
    private final Select<Integer> lifetime = new Select<>();

    NewKeyDialog(
            Granter granter,
            Environment environment,
            Clock clock,
            Function<NewApiKey, IssuedApiKey> issue,
            Consumer<IssuedApiKey> issued) {
        setHeaderTitle(getTranslation("keys.new.title", getTranslation("environment." + environment.name())));
        scopes = new ScopeChoice(granter);
        lifetime.setLabel(getTranslation("keys.lifetime"));
        lifetime.setItems(LIFETIMES_IN_DAYS);
        lifetime.setItemLabelGenerator(days ->
                days == FOREVER ? getTranslation("keys.lifetime.none") : getTranslation("keys.lifetime.days", days));
        lifetime.setValue(USUAL_LIFETIME);
        var form = new VerticalLayout(new Paragraph(getTranslation("keys.new.text")), name, scopes, lifetime);
        form.setPadding(false);
        add(form);
        setWidth("34rem");
        var save = new Button(getTranslation("keys.new.save"), clicked -> {
            try {
                var key = issue.apply(wanted(environment, clock));
                close();
                issued.accept(key);
            } catch (AccessRefused refused) {
                showFaults(refused.faults());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("keys.cancel"), clicked -> close()), save);
    }

    private NewApiKey wanted(Environment environment, Clock clock) {
        var end = lifetime.getValue() == FOREVER ? null : clock.instant().plus(Duration.ofDays(lifetime.getValue()));
        return new NewApiKey(name.getValue(), environment, scopes.getValue(), end);
    }

    private void showFaults(Map<String, String> faults) {
        show(name, faults.get(NewApiKey.NAME));
        show(scopes, faults.get(NewApiKey.SCOPES));
        show(lifetime, faults.get(NewApiKey.EXPIRES_AT));
    }

    private static void show(HasValidation field, @org.jspecify.annotations.Nullable String fault) {
        field.setErrorMessage(fault == null ? "" : fault);
        field.setInvalid(fault != null);
    }
}
