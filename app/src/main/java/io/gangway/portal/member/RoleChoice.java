package io.gangway.portal.member;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.gangway.tenant.MemberRole;
import io.gangway.tenant.TenantKind;

/** The roles of a kind of organization, each with what it may do. */
final class RoleChoice extends RadioButtonGroup<MemberRole> {
    RoleChoice(TenantKind kind) {
        setLabel(getTranslation("members.role"));
        addClassName("vertical");
        setItems(MemberRole.of(kind));
        setRenderer(new ComponentRenderer<>(role -> {
            var help = new Span(getTranslation("role." + role.name() + ".help"));
            help.addClassNames("beside", "whole");
            var choice = new Div(new Span(getTranslation("role." + role.name())), help);
            choice.addClassName("stacked");
            return choice;
        }));
    }
}
