package io.gangway.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The look of Keycloak's pages and mails, as production mounts it. */
final class ThemeFiles {
    private static final String FOLDER = "/io/gangway/theme/";
    private static final List<String> FILES = List.of(
            "login/theme.properties",
            "login/messages/messages_en.properties",
            "login/resources/css/gangway.css",
            "login/resources/img/gangway.svg",
            "email/theme.properties",
            "email/messages/messages_en.properties",
            "email/html/template.ftl",
            "email/html/executeActions.ftl",
            "email/html/org-invite.ftl",
            "email/text/executeActions.ftl",
            "email/text/org-invite.ftl");

    private ThemeFiles() {}

    /** Keycloak finds a theme as a folder of its name. */
    static void copyTo(Path themes) throws IOException {
        var theme = themes.resolve("gangway");
        FolderLock.delete(theme);
        for (var name : FILES) {
            var file = theme.resolve(name);
            Files.createDirectories(file.getParent());
            try (var content =
                    Objects.requireNonNull(ThemeFiles.class.getResourceAsStream(FOLDER + name), FOLDER + name)) {
                Files.copy(content, file);
            }
        }
    }
}
