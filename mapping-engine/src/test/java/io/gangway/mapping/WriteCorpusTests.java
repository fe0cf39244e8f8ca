package io.gangway.mapping;

import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class WriteCorpusTests {
    @Test
    void write() throws Exception {
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try (var files = Files.list(Path.of("src/test/resources/mapping-faults"))) {
            for (var file : files.sorted().toList()) {
                var tree = (Map<String, Object>) json.readValue(Files.readString(file), LinkedHashMap.class);
                var text = String.join("\n", (List<String>) tree.get("mapping"));
                List<MappingFault> faults = List.of();
                List<MappingFault> warnings;
                try {
                    warnings = new MappingCompiler(MappingLimits.defaults())
                            .compile(text, Mappings.CODES)
                            .warnings();
                } catch (MappingSpecInvalid invalid) {
                    faults = invalid.faults();
                    warnings = invalid.warnings();
                } catch (RuntimeException | Error e) {
                    System.out.println("CRASH " + file);
                    e.printStackTrace(System.out);
                    continue;
                }
                tree.put("faults", told(faults));
                tree.put("warnings", told(warnings));
                Files.writeString(file, json.writeValueAsString(tree) + "\n");
            }
        }
    }

    static List<?> told(List<MappingFault> faults) {
        return faults.stream()
                .map(f -> {
                    var m = new LinkedHashMap<String, Object>();
                    m.put("code", f.code());
                    m.put("pointer", f.pointer());
                    m.put("line", f.place().line());
                    m.put("column", f.place().column());
                    m.put("detail", f.detail());
                    return m;
                })
                .toList();
    }
}
