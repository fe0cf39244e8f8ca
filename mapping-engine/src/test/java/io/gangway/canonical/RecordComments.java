package io.gangway.canonical;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What the Javadoc of the canonical records says, read from their sources. */
record RecordComments(Map<String, Comment> byRecord) {
    private static final Path SOURCES = Path.of("src/main/java/io/gangway/canonical");

    record Comment(String text, Map<String, String> parameters) {}

    static RecordComments read() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.list(SOURCES)) {
            var units = files.getJavaFileObjectsFromPaths(sources.toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var trees = DocTrees.instance(task);
            var comments = new HashMap<String, Comment>();
            for (var unit : task.parse()) {
                for (var declaration : unit.getTypeDecls()) {
                    var comment = trees.getDocCommentTree(TreePath.getPath(unit, declaration));
                    if (declaration instanceof ClassTree type && comment != null) {
                        var parameters = comment.getBlockTags().stream()
                                .filter(ParamTree.class::isInstance)
                                .map(ParamTree.class::cast)
                                .collect(Collectors.toMap(
                                        parameter -> parameter.getName().toString(),
                                        parameter -> plain(parameter.getDescription())));
                        comments.put(
                                type.getSimpleName().toString(), new Comment(plain(comment.getFullBody()), parameters));
                    }
                }
            }
            return new RecordComments(comments);
        }
    }

    String of(Class<? extends Record> type) {
        return byRecord.get(type.getSimpleName()).text();
    }

    /** Throws IllegalStateException for a component that its record's Javadoc does not describe. */
    String of(Class<? extends Record> type, CanonicalField field) {
        var text = byRecord.get(type.getSimpleName()).parameters().get(field.name());
        if (text == null) {
            throw new IllegalStateException("Component '%s' of %s has no @param in the record's Javadoc. Add one."
                    .formatted(field.name(), type.getSimpleName()));
        }
        return text;
    }

    private static String plain(List<? extends DocTree> trees) {
        return trees.stream()
                .map(tree -> switch (tree) {
                    case LiteralTree literal -> literal.getBody().getBody();
                    case LinkTree link -> link.getReference().getSignature();
                    default -> tree.toString();
                })
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");
    }
}
