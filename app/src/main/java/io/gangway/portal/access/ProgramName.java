package io.gangway.portal.access;

import com.vaadin.flow.component.textfield.TextField;
import io.gangway.identity.ApiKeyAdministration;

/** The program that a key or client is for. */
final class ProgramName extends TextField {
    ProgramName() {
        setLabel(getTranslation("keys.name"));
        setHelperText(getTranslation("keys.name.help"));
        setMaxLength(ApiKeyAdministration.MAX_NAME);
        setManualValidation(true);
        setRequiredIndicatorVisible(true);
        setWidthFull();
        focus();
    }
}
