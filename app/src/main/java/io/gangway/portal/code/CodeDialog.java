package io.gangway.portal.code;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.ops.CodeMeanings.Meaning;
import io.gangway.registry.UnmappedCode;
import java.util.Arrays;
import java.util.function.Consumer;

/** Asks what a sender's code means. */
final class CodeDialog extends Dialog {
    private final ComboBox<ShipmentStatus> status = new ComboBox<>();
    private final Select<Reason> reason = new Select<>();
    private final Select<ResponsibleParty> responsible = new Select<>();

    CodeDialog(UnmappedCode code, Consumer<Meaning> chosen) {
        setHeaderTitle(getTranslation("codes.assign.title", String.join(" / ", code.key())));
        add(new Paragraph(getTranslation("codes.assign.text", code.list(), code.connectionName())));
        status.setLabel(getTranslation("codes.status"));
        status.setItems(Arrays.stream(ShipmentStatus.values())
                .filter(each -> each != ShipmentStatus.UNKNOWN)
                .toList());
        status.setItemLabelGenerator(each -> getTranslation("status." + each.name()));
        status.setRequired(true);
        status.focus();
        reason.setLabel(getTranslation("codes.reason"));
        reason.setEmptySelectionAllowed(true);
        reason.setItems(Reason.values());
        reason.setItemLabelGenerator(each -> each == null ? "" : getTranslation("reason." + each.name()));
        responsible.setLabel(getTranslation("codes.responsible"));
        responsible.setEmptySelectionAllowed(true);
        responsible.setItems(ResponsibleParty.values());
        responsible.setItemLabelGenerator(each -> each == null ? "" : getTranslation("responsible." + each.name()));
        add(new FormLayout(status, reason, responsible));
        var save = new Button(getTranslation("codes.save", code.messages()), clicked -> save(chosen));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("codes.cancel"), clicked -> close()), save);
    }

    private void save(Consumer<Meaning> chosen) {
        if (status.isEmpty()) {
            status.setInvalid(true);
            status.setErrorMessage(getTranslation("codes.status.missing"));
            status.focus();
            return;
        }
        close();
        chosen.accept(new Meaning(status.getValue(), reason.getValue(), responsible.getValue()));
    }
}
