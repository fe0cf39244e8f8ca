package io.gangway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.mapping.plan.Malformed;
import io.gangway.mapping.plan.Names;
import io.gangway.mapping.plan.Plan;
import io.gangway.mapping.plan.ReadingLimits;
import io.gangway.mapping.plan.Workspace;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The two readers of payloads: the fast one, here of a mapping that looks at everything, and the strict slow one. In
 * parts that a mapping does not look at the fast one lets names that stand twice pass; nothing else differs.
 */
final class Readers {
    private static final MappingLimits LIMITS = MappingLimits.defaults();
    private static final int NAMES = 1000;
    private static final Plan EVERYTHING = Plan.of(List.of(), new Names.Builder());

    private final Workspace.Pool workspaces = new Workspace.Pool(
            new ReadingLimits(LIMITS.depth(), LIMITS.nodes(), LIMITS.stringLength(), NAMES), Long.MAX_VALUE);
    private final DocumentReader slow = new DocumentReader(LIMITS);

    /** Whether both accept the payload. Fails if one alone does, or if they read different values. */
    boolean accept(byte[] payload) {
        var fast = fast(payload);
        var strict = slow(payload);
        assertThat(fast)
                .as(() -> "fast reader of " + HexFormat.of().formatHex(payload))
                .isEqualTo(strict);
        return fast.isPresent();
    }

    /** As text too, so that the order of members counts. */
    private record Read(Optional<Object> value, String text) {
        static Optional<Read> of(Object value) {
            return Optional.of(new Read(Optional.ofNullable(value), String.valueOf(value)));
        }
    }

    private Optional<Read> fast(byte[] payload) {
        var workspace = workspaces.take();
        try {
            var document = workspace
                    .begin(EVERYTHING, payload, null, LIMITS.budget(), (code, at, detail) -> {})
                    .document();
            return Read.of(document.toJava(document.root()));
        } catch (Malformed malformed) {
            return Optional.empty();
        } finally {
            workspaces.giveBack(workspace);
        }
    }

    private Optional<Read> slow(byte[] payload) {
        var faults = new Faults(LIMITS.faults());
        var text = PayloadFaults.decode(payload, faults);
        var value = text == null ? null : slow.read(text, faults);
        return faults.isEmpty() ? Read.of(value) : Optional.empty();
    }
}
