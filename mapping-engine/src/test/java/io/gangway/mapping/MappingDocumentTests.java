package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The examples of docs/mapping.md do what it says. */
class MappingDocumentTests {
    private static final Path DOCUMENT = Path.of("../docs/mapping.md");
    private static final Pattern BLOCK = Pattern.compile("```json (\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    @Test
    void translatesTheExamples() throws IOException {
        var mapping = "";
        var input = "";
        var lists = new ArrayList<CodeList>();
        int examples = 0;
        for (var block : BLOCK.matcher(Files.readString(DOCUMENT)).results().toList()) {
            var text = block.group(2);
            switch (block.group(1)) {
                case "codes" ->
                    JSON.readValue(text, new TypeReference<Map<String, List<CodeRow>>>() {})
                            .forEach((name, rows) -> lists.add(CodeList.of(name, rows)));
                case "mapping" -> mapping = text;
                case "input" -> input = text;
                case "output" -> {
                    var compiled = new MappingCompiler(MappingLimits.defaults()).compile(mapping, CodeLists.of(lists));
                    assertThat(JSON.readTree(outputOf(compiled, input))).isEqualTo(JSON.readTree(text));
                    examples++;
                }
                default -> throw new AssertionError("Unknown block '%s'.".formatted(block.group(1)));
            }
        }
        assertThat(examples).isEqualTo(17);
    }

    private static String outputOf(CompiledMapping mapping, String input) {
        return mapping.target().isPresent()
                ? JSON.writeValueAsString(Mappings.events(mapping, input))
                : Mappings.transformed(mapping, input);
    }

    @Test
    void listsEveryFaultCode() throws IOException {
        var document = Files.readString(DOCUMENT);
        var codes = Pattern.compile(
                "\\b(?:fault|add|addUnlessFaulty|Refused|MappingFault)\\(\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*)\",");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                codes.matcher(Files.readString(source))
                        .results()
                        .forEach(code -> assertThat(document).contains("`" + code.group(1) + "`"));
            }
        }
    }
}
