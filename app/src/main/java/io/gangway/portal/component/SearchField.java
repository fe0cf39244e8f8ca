package io.gangway.portal.component;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** The search of a list; the key {@code /} leads to it from anywhere on the page. */
public class SearchField extends TextField {
    private static final int PAUSE_MILLIS = 300;

    public SearchField(String placeholder, Consumer<String> changed) {
        setPlaceholder(placeholder);
        setAriaLabel(placeholder);
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MILLIS);
        addClassName("search");
        addValueChangeListener(change -> changed.accept(change.getValue()));
        addAttachListener(attached -> getElement()
                .executeJs(
                        "const f=this;const k=e=>{if(!f.isConnected){document.removeEventListener('keydown',k);return}"
                                + "if(e.key==='/'&&!/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)){e.preventDefault();f.focus()}};"
                                + "document.addEventListener('keydown',k)"));
    }
}
