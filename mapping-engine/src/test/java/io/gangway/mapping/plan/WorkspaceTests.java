package io.gangway.mapping.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkspaceTests {
    private static final Budget AMPLE =
            new Budget(2_000_000, 4_000_000, 64 << 20, 1L << 30, 1L << 30, 1 << 20, 64 << 20);
    private static final Plan PLAN = Plan.of(List.of(), new Names.Builder());

    private final Workspace.Pool pool = new Workspace.Pool(new ReadingLimits(64, 200_000, 32 << 20, 1000), 16 << 20);

    @Test
    void isUsedAgain() {
        assertThat(taken()).isSameAs(taken());
    }

    @Test
    void isNotUsedAgainAfterAnError() {
        var kept = new Workspace[1];
        assertThatThrownBy(() -> with(workspace -> {
                    kept[0] = workspace;
                    throw new IllegalStateException("as a stack overflow would");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(taken()).isNotSameAs(kept[0]);
    }

    @Test
    void isGivenUpIfItHasBecomeLarge() {
        Workspace large = with(workspace -> {
            read(workspace, "\"%s\"".formatted("x".repeat(20 << 20)));
            return workspace;
        });
        assertThat(large.size()).isGreaterThan(16 << 20);
        assertThat(taken()).isNotSameAs(large);
    }

    @Test
    void isKeptAfterAPayloadOfOrdinarySize() {
        var object = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"number\":\"%d\",\"n%d\":1}".formatted(i, i))
                .collect(Collectors.joining(",", "[", "]"));
        Workspace used = with(workspace -> {
            read(workspace, object);
            return workspace;
        });
        assertThat(taken()).isSameAs(used);
    }

    @Test
    void readsTheNextPayloadWhateverBecameOfTheLast() {
        for (var last : List.of("{\"a\": {\"b\": [1, ", "[[[[\"x\\", "{\"a\": 1, \"a\": 2}", "[".repeat(100))) {
            with(workspace -> {
                assertThatThrownBy(() -> read(workspace, last)).isInstanceOf(Malformed.class);
                return workspace;
            });
            Object read = with(workspace -> read(workspace, "{\"b\": {\"a\": [1, \"x\"]}}"));
            assertThat(read).hasToString("{b={a=[1, x]}}");
        }
    }

    /** In the upper bits of every eighth letter, which a plain multiplication would not mix. */
    @Test
    void tellsNamesApartThatDifferWhereMultiplicationIsWeak() {
        var hashes = IntStream.range(0, 1 << 12)
                .mapToLong(number -> {
                    var name = new StringBuilder();
                    for (int bit = 0; bit < 12; bit++) {
                        name.append((number >> bit & 1) == 0 ? "aaaaaaaaaaaaaaaa" : "aaaaaaa!aaa!aaa!");
                    }
                    var bytes = (name + "\0".repeat(Document.PADDING)).getBytes(StandardCharsets.UTF_8);
                    return NameTable.hash(bytes, 0, name.length());
                })
                .distinct()
                .count();
        assertThat(hashes).isGreaterThan((1 << 12) - 10);
    }

    private Workspace taken() {
        return with(workspace -> workspace);
    }

    private <T> T with(Function<Workspace, T> work) {
        var workspace = pool.take();
        var made = work.apply(workspace);
        pool.giveBack(workspace);
        return made;
    }

    private static Object read(Workspace workspace, String json) {
        var run = workspace.begin(
                PLAN, json.getBytes(StandardCharsets.UTF_8), null, AMPLE, (code, pointer, detail) -> {});
        return run.document().toJava(run.document().root());
    }
}
