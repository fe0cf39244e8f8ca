package io.gangway.mapping.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.mapping.plan.Budget;
import io.gangway.mapping.plan.JoltOperations;
import io.gangway.mapping.plan.Malformed;
import io.gangway.mapping.plan.Names;
import io.gangway.mapping.plan.Plan;
import io.gangway.mapping.plan.Pointer;
import io.gangway.mapping.plan.ReadingLimits;
import io.gangway.mapping.plan.RunFailed;
import io.gangway.mapping.plan.Workspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A shift that is done directly makes the same as one that is not, of payloads that are right, wrong or large, whatever
 * was before them. {@code -Dgangway.seed=…} repeats a run.
 */
class DirectAgreementTests {
    private static final int PAIRS = 15_000;
    private static final byte[] STRANGE = "\"\\{}[],: 0ae\u00e9".getBytes(StandardCharsets.UTF_8);

    private final long seed = Long.getLong("gangway.seed", System.nanoTime() & 0xFFFFFF);
    private final Workspace direct = workspace();
    private final Workspace general = workspace();
    private final Map<String, Integer> counts = new TreeMap<>();

    private static Workspace workspace() {
        return new Workspace.Pool(new ReadingLimits(8, 60, 40, 20), Long.MAX_VALUE).take();
    }

    @Test
    void makesTheSameBothWays() {
        for (int i = 0; i < PAIRS; i++) {
            var dice = new Dice(seed * 1_000_003 + i, Dice.noFeatures());
            var forms = new RandomForms(dice);
            var spec = forms.spec();
            var plan = plan(spec);
            var without = new Plan(plan.names(), plan.shape(), plan.steps(), null);
            for (int again = 0; again < 3; again++) {
                var payload = disturbed(dice, Json.write(forms.document(spec)).getBytes(StandardCharsets.UTF_8));
                var budget = budget(dice);
                var expected = run(general, without, payload, budget);
                assertThat(List.of(write(plan, payload, budget, expected), run(direct, plan, payload, budget)))
                        .as("seed %d, pair %d: %s of %s", seed, i, Json.write(spec), text(payload))
                        .containsExactly(expected, expected);
            }
        }
        System.out.println("seed %d: %s".formatted(seed, counts));
        assertThat(counts.get("written")).isGreaterThan(PAIRS / 4);
        assertThat(counts.get("built")).isGreaterThan(PAIRS / 4);
    }

    private String write(Plan plan, byte[] payload, Budget budget, String otherwise) {
        if (!direct.writeDirectly(plan, payload, budget)) {
            // As the run would that comes after it.
            run(direct, plan, payload, budget);
            return otherwise;
        }
        counts.merge("written", 1, Integer::sum);
        return text(direct.result());
    }

    private String run(Workspace workspace, Plan plan, byte[] payload, Budget budget) {
        try {
            var run = workspace.begin(plan, payload, null, budget, (code, pointer, detail) -> {});
            counts.merge(run.stepsDone() > 0 ? "built" : "run", 1, Integer::sum);
            int root = run.document().root();
            if (run.stepsDone() == 0) {
                root = plan.steps().getFirst().operation().apply(run, root);
            }
            workspace.write(root, budget.outputBytes());
            return text(workspace.result());
        } catch (Malformed malformed) {
            return "malformed";
        } catch (RunFailed failed) {
            return failed.code();
        }
    }

    private static byte[] disturbed(Dice dice, byte[] payload) {
        var disturbed = payload;
        while (dice.chance(40)) {
            int at = dice.below(disturbed.length + 1);
            int end = Math.min(disturbed.length, at + dice.below(12));
            var bytes = new ByteArrayOutputStream();
            bytes.write(disturbed, 0, at);
            switch (dice.below(4)) {
                case 0 -> bytes.write(STRANGE, dice.below(STRANGE.length - 1), 1);
                case 1 -> bytes.write(disturbed, at, end - at);
                case 2 -> at = end;
                default -> bytes.writeBytes(" ".repeat(dice.below(5)).getBytes(StandardCharsets.UTF_8));
            }
            bytes.write(disturbed, at, disturbed.length - at);
            disturbed = bytes.toByteArray();
        }
        if (dice.chance(2)) {
            disturbed = ("\ufeff" + text(disturbed)).getBytes(StandardCharsets.UTF_8);
        }
        return disturbed;
    }

    private static Budget budget(Dice dice) {
        int size = dice.chance(70) ? 10_000_000 : dice.between(10, 5_000);
        return new Budget(
                size, 4 * size, 1 << 20, 20L * size, size, size, dice.chance(90) ? 1 << 20 : dice.between(1, 300));
    }

    private static Plan plan(Map<String, Object> spec) {
        var names = new Names.Builder();
        var shift = JoltOperations.compile("shift", spec, Pointer.ROOT, names, (pointer, problem) -> {
            throw new AssertionError(pointer + ": " + problem);
        });
        return Plan.of(List.of(new Plan.Step(Pointer.ROOT, Objects.requireNonNull(shift), true)), names);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
