package io.gangway.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.gangway.identity.Scope;
import io.gangway.portal.shell.ViewTest;
import io.gangway.support.Http;
import io.gangway.support.Tenancies;
import io.gangway.tenant.Tenant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysViewTests extends ViewTest {
    private final Http http;

    ApiKeysViewTests(Tenancies tenancies, Http http) {
        super(tenancies);
        this.http = http;
    }

    @Override
    protected Tenant register(Tenancies tenancies) {
        return tenancies.customer("Acme");
    }

    @Test
    void aKeyIsMadeShownOnceAndRevoked() {
        assertThat(open("access/api-keys")).contains("No API keys yet: Live");
        var secret = create("Odoo", Set.of(Scope.SHIPMENTS_READ));
        assertThat(http.get("/v1/shipments", Map.of("X-API-Key", secret)).status())
                .isEqualTo(200);
        button("I have copied it").click();

        assertThat(open("access/api-keys")).contains("1 key").doesNotContain(secret);
        inRow("Revoke").click();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(http.get("/v1/shipments", Map.of("X-API-Key", secret)).status())
                .isEqualTo(401);
        assertThat(test($(Grid.class).single()).size())
                .as("it is shown for a while")
                .isEqualTo(1);
    }

    @Test
    void faultsAppearBesideTheirFieldsAndNothingIsSaved() {
        open("access/api-keys");
        button("New key").click();
        button("Create key").click();
        var name = $(TextField.class).single();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).contains("1 to 80 characters");
        assertThat($(CheckboxGroup.class).single().getErrorMessage()).contains("at least one scope");
        name.setValue("Odoo");
        button("Create key").click();
        assertThat(name.isInvalid()).isFalse();
        button("Cancel").click();
        assertThat(open("access/api-keys")).contains("No API keys yet");
    }

    @Test
    void aRotationLeavesTheFormerKeyWorking() {
        open("access/api-keys");
        var former = create("Odoo", Set.of(Scope.SHIPMENTS_READ));
        button("I have copied it").click();
        open("access/api-keys");
        inRow("Rotate").click();
        test($(Button.class).withText("Rotate").withTheme("primary").single()).click();
        var next = secret();
        assertThat(next).isNotEqualTo(former);
        for (var key : Set.of(former, next)) {
            assertThat(http.get("/v1/shipments", Map.of("X-API-Key", key)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whichKeyIsMeantIsSaidWhereTwoHaveOneName() {
        open("access/api-keys");
        var former = create("Odoo", Set.of(Scope.SHIPMENTS_READ));
        button("I have copied it").click();
        open("access/api-keys");
        inRow("Rotate").click();
        test($(Button.class).withText("Rotate").withTheme("primary").single()).click();
        button("I have copied it").click();

        open("access/api-keys");
        var buttons = test($(Grid.class).single())
                .getCellComponent(1, "actions")
                .getChildren()
                .toList();
        assertThat(buttons).filteredOn(Component::isVisible).hasSize(1);
        ((Button) buttons.getLast()).click();
        assertThat($(ConfirmDialog.class).single().getElement().getProperty("header"))
                .contains(former.substring(former.length() - 4));
    }

    @SuppressWarnings("unchecked")
    private String create(String name, Set<Scope> scopes) {
        button("New key").click();
        $(TextField.class).single().setValue(name);
        ((CheckboxGroup<Scope>) $(CheckboxGroup.class).single()).setValue(scopes);
        button("Create key").click();
        return secret();
    }

    private Button inRow(String text) {
        return test($(Grid.class).single())
                .getCellComponent(0, "actions")
                .getChildren()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private String secret() {
        return $(Span.class).withId("issued-key").single().getText();
    }

    private com.vaadin.flow.component.button.ButtonTester<Button> button(String text) {
        return test($(Button.class).withText(text).single());
    }
}
