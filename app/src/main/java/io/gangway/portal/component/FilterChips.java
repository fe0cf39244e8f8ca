package io.gangway.portal.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.gangway.visibility.CountLimit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A choice of one filter out of a few, each with how many it has. */
public class FilterChips extends Div {
    private final Map<String, NativeButton> chips = new LinkedHashMap<>();
    private final Map<String, Span> counts = new LinkedHashMap<>();
    private String selected = "";

    /**
     * @param labels text by value; the empty value stands for all
     * @param chosen told when a person chooses
     */
    public FilterChips(Map<String, String> labels, Consumer<String> chosen) {
        addClassName("chips");
        getElement().setAttribute("role", "group");
        labels.forEach((value, label) -> {
            var count = new Span();
            count.addClassName("chip-count");
            var chip = new NativeButton();
            chip.addClassName("chip");
            chip.add(new Span(label), count);
            chip.getElement().setAttribute("data-chip", value);
            chip.addClickListener(clicked -> {
                select(value);
                chosen.accept(value);
            });
            chips.put(value, chip);
            counts.put(value, count);
            add(chip);
        });
        select("");
    }

    /** Shows a choice without telling anybody; an unknown value selects all. */
    public final void select(String value) {
        selected = chips.containsKey(value) ? value : "";
        chips.forEach((chipValue, chip) ->
                chip.getElement().setAttribute("aria-pressed", String.valueOf(chipValue.equals(selected))));
    }

    public String selected() {
        return selected;
    }

    public void count(String value, long number) {
        var count = counts.get(value);
        if (count != null) {
            count.setText(CountLimit.isExceededBy(number) ? getTranslation("count.more") : String.valueOf(number));
        }
    }
}
