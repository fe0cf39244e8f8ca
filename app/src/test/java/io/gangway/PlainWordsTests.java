package io.gangway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages are in plain English; the glossary in CONTRIBUTING.md says what to write instead. */
class PlainWordsTests {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern BANNED = Pattern.compile(
            "(?<![Tt]here )\\b(?:is|are) no (?!longer\\b)|\\b(?:tells?|told|mend(?:s|ed)?|foresee[ns]?|strangers?|stands?)\\b");

    @Test
    void messagesAreInPlainWords() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files()) {
            var text = Files.readString(file);
            if (file.toString().endsWith(".properties")) {
                text.lines().filter(line -> BANNED.matcher(line).find()).forEach(line -> found.add(file + ": " + line));
            } else {
                LITERAL.matcher(text)
                        .results()
                        .map(match -> match.group())
                        .filter(literal ->
                                literal.contains(" ") && BANNED.matcher(literal).find())
                        .forEach(literal -> found.add(file + ": " + literal));
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().contains("/src/main/"))
                    .filter(file -> file.toString().endsWith(".java") || file.endsWith("messages.properties"))
                    .toList();
        }
    }
}
