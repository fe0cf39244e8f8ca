package io.gangway.mapping.plan;

import java.lang.ref.SoftReference;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What a run needs to work in. Made once and used for one run after the other, by one thread at a time. */
public final class Workspace {
    private final Document document = new Document();
    private final Run run = new Run(document);
    private final PayloadReader reader;
    private final PayloadWriter writer;
    private final SoftReference<Workspace> itself = new SoftReference<>(this);

    private Workspace(int depth, int values, int textLength, int nameLength) {
        this.reader = new PayloadReader(depth, values, textLength, nameLength);
        this.writer = new PayloadWriter(depth);
    }

    /**
     * Reads a payload, and what a caller may give beside it. Throws {@link Malformed} if it is no JSON or past the limits
     * of reading, {@link RunFailed} if it does not fit into the budget.
     */
    public Run begin(Plan plan, byte[] payload, byte @Nullable [] context, Budget budget, Notes notes) {
        int start = document.begin(plan.names(), payload, budget);
        reader.read(document, start, payload.length, plan.shape());
        run.begin(budget, notes, null);
        addContext(context);
        return run;
    }

    /** As {@link #begin}, but reads all of the payload and follows all of its values. */
    public Run beginTraced(Plan plan, byte[] payload, byte @Nullable [] context, Budget budget, Notes notes) {
        int start = document.begin(plan.names(), payload, budget);
        reader.read(document, start, payload.length, Shape.ALL);
        var trace = new Trace(document);
        document.setRoot(trace.begin(document.root()));
        run.begin(budget, notes, trace);
        addContext(context);
        return run;
    }

    private void addContext(byte @Nullable [] context) {
        if (context != null) {
            int root = document.root();
            reader.read(document, document.add(context), context.length, Shape.ALL);
            run.setContext(document.root());
            document.setRoot(root);
        }
    }

    /** Bytes that this holds on to. */
    long size() {
        return document.size() + reader.size() + writer.size();
    }

    /** Throws {@link RunFailed} past the limits. */
    public byte[] write(int node, int maxBytes) {
        return writer.write(document, node, maxBytes);
    }

    /** Workspaces that wait for their next run; under want of memory they are given up. Thread-safe. */
    public static final class Pool {
        private final ArrayBlockingQueue<SoftReference<Workspace>> waiting =
                new ArrayBlockingQueue<>(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
        private final int depth;
        private final int values;
        private final int textLength;
        private final int nameLength;
        private final long retained;

        /**
         * The limits of reading: levels, values, characters of a text and of a name. A workspace that holds on to more
         * than {@code retained} bytes is not used again.
         */
        public Pool(int depth, int values, int textLength, int nameLength, long retained) {
            this.retained = retained;
            this.depth = depth;
            this.values = values;
            this.textLength = textLength;
            this.nameLength = nameLength;
        }

        /** A workspace that nobody else has, until it is given back. */
        public Workspace take() {
            while (true) {
                var reference = waiting.poll();
                if (reference == null) {
                    return new Workspace(depth, values, textLength, nameLength);
                }
                var workspace = reference.get();
                if (workspace != null) {
                    return workspace;
                }
            }
        }

        /** After an error it must not be given back: whatever went wrong goes with it. */
        public void giveBack(Workspace workspace) {
            if (workspace.size() <= retained) {
                waiting.offer(workspace.itself);
            }
        }
    }
}
