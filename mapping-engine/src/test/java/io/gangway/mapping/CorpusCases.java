package io.gangway.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The cases of a corpus: the directories two levels below it, by name. */
final class CorpusCases {
    private CorpusCases() {}

    static List<Path> in(Path corpus) throws IOException {
        try (var directories = Files.walk(corpus, 2)) {
            return directories
                    .filter(path -> corpus.relativize(path).getNameCount() == 2)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
