package io.gangway.portal.member;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.gangway.identity.AccessRefused;
import io.gangway.tenant.Member;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.TenantKind;
import java.util.function.Consumer;

/** Asks what a member may do from now on. */
final class RoleDialog extends Dialog {
    RoleDialog(TenantKind kind, Member member, Consumer<MemberRole> chosen) {
        setHeaderTitle(getTranslation("members.change-role.title", member.displayName()));
        setWidth("28rem");
        var choice = new RoleChoice(kind);
        choice.setValue(member.role());
        add(choice);
        var save = new Button(getTranslation("members.change-role.save"), clicked -> {
            try {
                chosen.accept(choice.getValue());
                close();
            } catch (AccessRefused refused) {
                choice.setErrorMessage(String.join(" ", refused.faults().values()));
                choice.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("members.cancel"), clicked -> close()), save);
    }
}
