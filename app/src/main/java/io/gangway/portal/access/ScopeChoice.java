package io.gangway.portal.access;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import io.gangway.identity.Granter;
import io.gangway.identity.Scope;
import java.util.Comparator;

/** What a key or client may do: nothing that its maker may not. */
final class ScopeChoice extends CheckboxGroup<Scope> {
    ScopeChoice(Granter granter) {
        setLabel(getTranslation("keys.scopes.choose"));
        setItems(granter.scopes().stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .toList());
        setItemLabelGenerator(scope -> scope.word() + ": " + getTranslation("scope." + scope.name()));
        addClassName("vertical");
    }
}
