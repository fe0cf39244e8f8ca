package io.gangway.mapping.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cases in {@code jolt-cases/<topic>/<name>.json}: each file is a list of {@code {name, chain, inputs}}. Chains and
 * inputs are cut out of the file as they stand there, since the ways to write a number count.
 */
final class WrittenCases {
    private static final Path CASES = Path.of("src/test/resources/jolt-cases");

    record Case(String name, String chain, List<String> inputs) {}

    record File(String name, List<Case> cases) {}

    private WrittenCases() {}

    static List<File> all() throws IOException {
        try (var paths = Files.walk(CASES)) {
            var files = paths.filter(path -> path.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            var all = new ArrayList<File>();
            for (var path : files) {
                all.add(new File(CASES.relativize(path).toString(), read(Files.readString(path))));
            }
            return all;
        }
    }

    private static List<Case> read(String text) {
        var cases = new ArrayList<Case>();
        try (var parser = JsonMapper.shared().createParser(text)) {
            expect(parser.nextToken() == JsonToken.START_ARRAY, parser);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                cases.add(readCase(parser, text));
            }
        }
        return cases;
    }

    private static Case readCase(JsonParser parser, String text) {
        var name = "";
        var chain = "";
        var inputs = new ArrayList<String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var property = parser.currentName();
            parser.nextToken();
            switch (property) {
                case "name" -> name = parser.getString();
                case "chain" -> chain = cut(parser, text);
                case "inputs" -> {
                    expect(parser.currentToken() == JsonToken.START_ARRAY, parser);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        inputs.add(cut(parser, text));
                    }
                }
                default -> expect(false, parser);
            }
        }
        expect(!name.isEmpty() && !chain.isEmpty() && !inputs.isEmpty(), parser);
        return new Case(name, chain, inputs);
    }

    private static String cut(JsonParser parser, String text) {
        var from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private static void expect(boolean condition, JsonParser parser) {
        if (!condition) {
            throw new IllegalArgumentException("A case is not written as it should be, before %s."
                    .formatted(parser.currentLocation().offsetDescription()));
        }
    }
}
