package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mappings and all that the compiler tells of them: {@code mapping-faults/<case>.json} has the lines of a mapping, its
 * faults and its warnings.
 */
class MappingFaultCorpusTests {
    private static final Path CASES = Path.of("src/test/resources/mapping-faults");
    private static final JsonMapper JSON = new JsonMapper();

    record Case(List<String> mapping, List<Told> faults, List<Told> warnings) {
        String text() {
            return String.join("\n", mapping);
        }
    }

    record Told(String code, String pointer, int line, int column, String detail) {
        static Told of(MappingFault fault) {
            return new Told(
                    fault.code(),
                    fault.pointer(),
                    fault.place().line(),
                    fault.place().column(),
                    fault.detail());
        }
    }

    @TestFactory
    Stream<DynamicTest> tellsAllFaultsWithTheirPlaces() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(told(read(file).text()))
                                .usingRecursiveComparison()
                                .ignoringFields("mapping")
                                .isEqualTo(read(file))));
    }

    @Test
    void coversEveryCodeOfTheCompiler() throws IOException {
        var covered = new TreeSet<String>();
        for (var file : files()) {
            var read = read(file);
            read.faults().forEach(fault -> covered.add(fault.code()));
            read.warnings().forEach(warning -> covered.add(warning.code()));
        }
        // Their texts are too long to be files.
        covered.add("too-large");
        var code =
                Pattern.compile("(?:fault|add|addMissing|Finding|Refused)\\(\\s*(?:false,|true,)?\\s*\"([a-z0-9-]+)\"");
        for (var source : compilerSources()) {
            code.matcher(Files.readString(source))
                    .results()
                    .forEach(match -> assertThat(covered).as(source.toString()).contains(match.group(1)));
        }
        assertThat(files().size()).isGreaterThanOrEqualTo(40);
    }

    private static List<Path> compilerSources() throws IOException {
        var main = Path.of("src/main/java/io/gangway/mapping");
        var sources = new ArrayList<>(List.of(
                main.resolve("MappingCompiler.java"),
                main.resolve("step/SpecObject.java"),
                main.resolve("DocumentReader.java"),
                main.resolve("step/CodeStep.java")));
        try (var checks = Files.list(main.resolve("check"))) {
            sources.addAll(checks.toList());
        }
        return sources;
    }

    private static Case told(String text) {
        try {
            var compiled = new MappingCompiler(MappingLimits.defaults()).compile(text, Mappings.CODES);
            return new Case(
                    List.of(),
                    List.of(),
                    compiled.warnings().stream().map(Told::of).toList());
        } catch (MappingSpecInvalid invalid) {
            return new Case(
                    List.of(),
                    invalid.faults().stream().map(Told::of).toList(),
                    invalid.warnings().stream().map(Told::of).toList());
        }
    }

    private static Case read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), Case.class);
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }
}
