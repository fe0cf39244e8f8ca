package io.gangway.mapping.plan;

import java.util.List;
import java.util.function.IntSupplier;

/** The right side of a rule of a modify, or an argument of a function there. */
sealed interface ModifyValue {
    /** {@link Document#ABSENT} if there is none; {@code here} is the value that is to be replaced. */
    int evaluate(Run run, int here);

    record Fixed(Constant constant) implements ModifyValue {
        @Override
        public int evaluate(Run run, int here) {
            return run.shared(constant);
        }
    }

    record Nothing() implements ModifyValue {
        @Override
        public int evaluate(Run run, int here) {
            return Document.ABSENT;
        }
    }

    record Found(SpecKey.Lookup spec, PathKey.Lookup lookup) implements ModifyValue {
        @Override
        public int evaluate(Run run, int here) {
            int found = orAbsent(run, () -> lookup.read(run));
            if (found != Document.ABSENT) {
                run.read(found);
            }
            return found;
        }
    }

    /** What the caller gave beside the document. */
    record FromContext(Path path, int rootName) implements ModifyValue {
        @Override
        public int evaluate(Run run, int here) {
            return orAbsent(run, () -> path.read(run, run.context(rootName)));
        }
    }

    /** Without arguments it is called with the value that is to be replaced. */
    record Call(Function function, List<ModifyValue> arguments) implements ModifyValue {
        @Override
        public int evaluate(Run run, int here) {
            run.steps(1L + arguments.size());
            run.document().beginConversion();
            int[] values;
            if (arguments.isEmpty()) {
                values = here == Document.ABSENT ? new int[0] : new int[] {here};
            } else {
                values = new int[arguments.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = arguments.get(i).evaluate(run, here);
                }
                if (values.length == 1 && values[0] == Document.ABSENT) {
                    values = new int[0];
                }
                for (int i = 0; i < values.length; i++) {
                    values[i] = values[i] == Document.ABSENT ? Document.NULL : values[i];
                }
            }
            var given = values;
            int made = orAbsent(run, () -> function.apply(run, given));
            run.derived(made, given);
            int faulty = run.faultyAmong(given);
            return faulty == Document.ABSENT || made == Document.ABSENT ? made : faulty;
        }
    }

    /** What fails has no value, unless it is a limit that was hit. */
    private static int orAbsent(Run run, IntSupplier work) {
        int keys = run.keyCount;
        try {
            return work.getAsInt();
        } catch (RunFailed failed) {
            if (failed.isOfLimit()) {
                throw failed;
            }
            run.keyCount = keys;
            return Document.ABSENT;
        }
    }
}
