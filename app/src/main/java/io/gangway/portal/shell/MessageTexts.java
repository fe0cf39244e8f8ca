package io.gangway.portal.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The portal's texts, from {@code messages.properties}; a missing one shows its key, and a test finds it. */
@Component
class MessageTexts implements I18NProvider {
    private final transient MessageSource messages;

    MessageTexts(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return messages.getMessage(key, parameters, "!" + key, locale) instanceof String text ? text : "!" + key;
    }
}
