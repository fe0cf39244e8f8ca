package io.gangway.portal.rateplan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.ValueContext;
import io.gangway.rateplan.RateLimit;
import io.gangway.rateplan.RatePlan;
import io.gangway.rateplan.RatePlanAdministration;
import io.gangway.rateplan.RatePlanAdministration.WantedLimit;
import io.gangway.rateplan.RatePlanAdministration.WantedPlan;
import io.gangway.rateplan.RatePlanInvalid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks what a plan allows; for a new one also for its code. */
final class PlanDialog extends Dialog {
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final TextField code = new TextField();
    private final TextField name = new TextField();

    /** @param plan null for a new one */
    PlanDialog(@Nullable RatePlan plan, Consumer<WantedPlan> save) {
        setHeaderTitle(
                plan == null ? getTranslation("plans.new.title") : getTranslation("plans.edit.title", plan.name()));
        setWidth("40rem");
        code.setLabel(getTranslation("plans.code"));
        code.setHelperText(getTranslation("plans.code.help"));
        code.setManualValidation(true);
        code.setWidthFull();
        code.setVisible(plan == null);
        name.setLabel(getTranslation("plans.name"));
        name.setMaxLength(RatePlanAdministration.MAX_NAME);
        name.setManualValidation(true);
        name.setWidthFull();
        if (plan != null) {
            code.setValue(plan.code());
            name.setValue(plan.name());
        }
        fields.put("code", code);
        fields.put("name", name);
        var form = new VerticalLayout(
                code,
                name,
                limit("organization", plan == null ? null : plan.organization(), true),
                limit("key", plan == null ? null : plan.key(), false),
                limit("endpoint", plan == null ? null : plan.endpoint(), true));
        form.setPadding(false);
        add(form);
        var button = new Button(getTranslation("plans.save"), clicked -> {
            try {
                save.accept(wanted());
                close();
            } catch (RatePlanInvalid invalid) {
                fields.forEach((place, field) ->
                        show((HasValidationProperties) field, invalid.faults().get(place)));
            }
        });
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("plans.cancel"), clicked -> close()), button);
    }

    private Component limit(String place, @Nullable RateLimit limit, boolean hasDay) {
        var burst = whole(place + ".burst", "plans.burst", limit == null ? null : limit.burst());
        var minute = whole(place + ".perMinute", "plans.per-minute", limit == null ? null : limit.perMinute());
        var row = new Div(burst, minute);
        if (hasDay) {
            // A quota of a day may have more digits than an int.
            var day = new NumberField(getTranslation("plans.per-day"));
            day.setManualValidation(true);
            day.setHelperText(getTranslation("plans.per-day.help"));
            if (limit != null && limit.perDay() != null) {
                day.setValue(limit.perDay().doubleValue());
            }
            fields.put(place + ".perDay", day);
            row.add(day);
        }
        row.addClassName("field-row");
        return new Div(new H3(getTranslation("plans." + place)), row);
    }

    private IntegerField whole(String place, String label, @Nullable Integer value) {
        var field = new IntegerField(getTranslation(label));
        field.setManualValidation(true);
        field.setValue(value);
        fields.put(place, field);
        return field;
    }

    private WantedPlan wanted() {
        return new WantedPlan(
                code.getValue().strip(), name.getValue(), wanted("organization"), wanted("key"), wanted("endpoint"));
    }

    private WantedLimit wanted(String place) {
        return new WantedLimit(
                (Integer) valueOf(place + ".burst"),
                (Integer) valueOf(place + ".perMinute"),
                wantedDay(place + ".perDay"));
    }

    /** Null if the field is empty; 0, which is refused, if it has something else than a whole number. */
    private @Nullable Long wantedDay(String place) {
        if (!(fields.get(place) instanceof NumberField field)) {
            return null;
        }
        var day = field.getValue();
        if (field.getDefaultValidator().apply(day, new ValueContext()).isError()) {
            return 0L;
        }
        return day == null ? null : day == Math.rint(day) ? day.longValue() : Long.valueOf(0);
    }

    private @Nullable Object valueOf(String place) {
        return fields.get(place) instanceof HasValue<?, ?> field ? field.getValue() : null;
    }

    private static void show(HasValidationProperties field, @Nullable String fault) {
        field.setErrorMessage(fault == null ? "" : fault);
        field.setInvalid(fault != null);
    }
}
