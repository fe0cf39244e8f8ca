package io.gangway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.FaultParty;
import io.gangway.canonical.Reason;
import io.gangway.canonical.ResponsibleParty;
import io.gangway.canonical.ShipmentStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The portal's texts: none is missing, none is left over. */
class MessageFileTests {
    private static final Pattern ASKED = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-zA-Z-]+)+)\"");

    @Test
    void everyTextThatTheCodeAsksForExists() throws IOException {
        var texts = texts();
        var missing = new TreeSet<String>();
        var families = texts.stringPropertyNames().stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet());
        var matcher = ASKED.matcher(code());
        while (matcher.find()) {
            var key = matcher.group(1);
            if (families.contains(key.substring(0, key.indexOf('.'))) && !texts.containsKey(key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyValueThatIsShownHasAName() throws IOException {
        assertThat(texts().stringPropertyNames())
                .containsAll(names("status.", ShipmentStatus.values()))
                .containsAll(names("reason.", Reason.values()))
                .containsAll(names("responsible.", ResponsibleParty.values()))
                .containsAll(names("party.", FaultParty.values()));
    }

    /** Texts without parameters are not formatted, so that a doubled apostrophe would be seen. */
    @Test
    void noTextHasAStraightApostrophe() throws IOException {
        assertThat(texts().values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static java.util.List<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private static String code() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/io/gangway/portal"))) {
            var code = new StringBuilder();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return code.toString();
        }
    }
}
