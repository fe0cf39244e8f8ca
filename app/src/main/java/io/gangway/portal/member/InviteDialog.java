package io.gangway.portal.member;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.gangway.identity.AccessRefused;
import io.gangway.identity.MemberAdministration;
import io.gangway.identity.NewMember;
import io.gangway.tenant.Tenant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks whom to invite, and as what. */
final class InviteDialog extends Dialog {
    private final EmailField email = new EmailField();
    private final TextField name = new TextField();
    private final RoleChoice role;

    InviteDialog(Tenant organization, Consumer<NewMember> invite) {
        setHeaderTitle(getTranslation("members.invite.title", organization.name()));
        setWidth("30rem");
        email.setLabel(getTranslation("members.email"));
        email.setManualValidation(true);
        email.setMaxLength(MemberAdministration.MAX_EMAIL);
        email.setRequiredIndicatorVisible(true);
        email.setWidthFull();
        email.focus();
        name.setLabel(getTranslation("members.name"));
        name.setHelperText(getTranslation("members.name.help"));
        name.setMaxLength(MemberAdministration.MAX_NAME);
        name.setManualValidation(true);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        role = new RoleChoice(organization.kind());
        var form = new VerticalLayout(new Paragraph(getTranslation("members.invite.text")), email, name, role);
        form.setPadding(false);
        add(form);
        var save = new Button(getTranslation("members.invite.save"), clicked -> {
            try {
                invite.accept(new NewMember(email.getValue(), name.getValue(), role.getValue()));
                close();
            } catch (AccessRefused refused) {
                showFaults(refused.faults());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(getTranslation("members.cancel"), clicked -> close()), save);
    }

    private void showFaults(Map<String, String> faults) {
        show(email, faults.get(NewMember.EMAIL));
        show(name, faults.get(NewMember.NAME));
        show(role, faults.get(NewMember.ROLE));
    }

    private static void show(HasValidationProperties field, @Nullable String fault) {
        field.setErrorMessage(fault == null ? "" : fault);
        field.setInvalid(fault != null);
    }
}
