package io.gangway.portal.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import io.gangway.identity.AccessRefused;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Asks how long the former key goes on working. */
final class RotationDialog extends Dialog {
    private static final List<Integer> OVERLAPS_IN_HOURS = List.of(0, 1, 24, 7 * 24, 30 * 24);
    private static final int USUAL_OVERLAP = 24;

    RotationDialog(String name, String which, Consumer<Duration> chosen) {
        setHeaderTitle(getTranslation("keys.rotate.title", name, which));
        var overlap = new Select<Integer>();
        overlap.setLabel(getTranslation("keys.overlap"));
        overlap.setItems(OVERLAPS_IN_HOURS);
        overlap.setItemLabelGenerator(hours -> getTranslation("keys.overlap.hours", hours));
        overlap.setValue(USUAL_OVERLAP);
        overlap.setWidthFull();
        var form = new VerticalLayout(new Paragraph(getTranslation("keys.rotate.text")), overlap);
        form.setPadding(false);
        add(form);
        setWidth("30rem");
        var save = new Button(getTranslation("keys.rotate"), clicked -> {
            try {
                chosen.accept(Duration.ofHours(overlap.getValue()));
                close();
            } catch (AccessRefused refused) {
                overlap.setErrorMessage(String.join(" ", refused.faults().values()));
                overlap.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("keys.cancel"), clicked -> close()), save);
    }
}
