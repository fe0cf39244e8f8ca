package io.gangway.mapping.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What a run needs to work in. Made once and used for one run after the other, by one thread at a time. */
public final class Workspace {
    /** After so many payloads that were not as expected, only every so manieth is expected to be. */
    private static final int MISSES = 8;

    private static final int RETRY = 32;

    private final Document document = new Document();
    private final Run run = new Run(document);
    private final PayloadReader reader;
    private final PayloadWriter writer;
    private final DirectReader directReader;
    private final DirectWriter directWriter = new DirectWriter();
    private final DirectBuilder directBuilder;
    private JsonOutput written = directWriter;
    /** The plan at hand, and how many of its payloads in a row were not what its {@link DirectShift} expects. */
    private @Nullable Plan plan;

    private int misses;
    /** Whether the payload at hand has just been left to a run. */
    private boolean tried;

    private final SoftReference<Workspace> itself = new SoftReference<>(this);

    private Workspace(ReadingLimits limits) {
        this.reader = new PayloadReader(limits);
        this.directReader = new DirectReader(limits);
        this.directBuilder = new DirectBuilder(directReader);
        this.writer = new PayloadWriter(limits.depth());
    }

    /**
     * Reads a payload, and what a caller may give beside it; does the first step as well if that is a {@link DirectShift},
     * as {@link Run#stepsDone()} tells. Throws {@link Malformed} if it is no JSON or past the limits of reading, {@link
     * RunFailed} if it does not fit into the budget.
     */
    public Run begin(Plan plan, byte[] payload, byte @Nullable [] context, Budget budget, Notes notes) {
        int made = build(plan, payload, budget);
        if (made == Document.ABSENT) {
            return beginAllSteps(plan, payload, context, budget, notes);
        }
        document.setRoot(made);
        run.begin(budget, notes, null, 1);
        addContext(context);
        return run;
    }

    /** As {@link #begin}, but does no step. */
    public Run beginAllSteps(Plan plan, byte[] payload, byte @Nullable [] context, Budget budget, Notes notes) {
        int start = document.begin(plan.names(), payload, budget);
        reader.read(document, start, payload.length, plan.shape());
        run.begin(budget, notes, null, 0);
        addContext(context);
        return run;
    }

    /** As {@link #begin}, but reads all of the payload and follows all of its values. */
    public Run beginTraced(Plan plan, byte[] payload, byte @Nullable [] context, Budget budget, Notes notes) {
        int start = document.begin(plan.names(), payload, budget);
        reader.read(document, start, payload.length, Shape.ALL);
        var trace = new Trace(document);
        document.setRoot(trace.begin(document.root()));
        run.begin(budget, notes, trace, 0);
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
        return document.size()
                + reader.size()
                + writer.size()
                + directReader.size()
                + directWriter.size()
                + directBuilder.size();
    }

    /** Writes a value of the run. Throws {@link RunFailed} past the limits. */
    public void write(int node, int maxBytes) {
        written = writer;
        writer.write(document, node, maxBytes);
    }

    /**
     * Does all that a plan does, with its result written, if it is one that can be done without a run. Returns false,
     * with nothing done, if it is not, or if the payload is not what it expects, or at fault: then a run will tell.
     */
    public boolean writeDirectly(Plan next, byte[] payload, Budget budget) {
        if (next.steps().size() != 1) {
            return false;
        }
        written = directWriter;
        return directly(
                        next,
                        payload,
                        budget,
                        (direct, frame) -> directWriter.write(
                                direct.result(), directReader, frame, next.names(), budget.outputBytes()))
                > 0;
    }

    /** The root of what the first step makes; {@link Document#ABSENT} if it can't be made that way. */
    private int build(Plan next, byte[] payload, Budget budget) {
        if (tried) {
            // As writing failed a moment ago, so would this.
            tried = false;
            return Document.ABSENT;
        }
        int made = directly(
                next, payload, budget, (direct, frame) -> directBuilder.build(direct.result(), frame, document));
        tried = false;
        return made;
    }

    /** What is made of the payload; 0 if nothing is. */
    private int directly(Plan next, byte[] payload, Budget budget, Making making) {
        var direct = next.direct();
        if (direct == null || direct.depth() > directReader.maxDepth()) {
            return 0;
        }
        tried = true;
        if (isHopeless(next)) {
            return 0;
        }
        try {
            int start = document.begin(next.names(), payload, budget);
            int frame = directReader.read(direct.payload(), document, start, payload.length, budget.cells());
            if (direct.isAffordable(directReader.values(), directReader.frames(), budget)) {
                int made = making.make(direct, frame);
                if (made > 0) {
                    misses = 0;
                    tried = false;
                    return made;
                }
            }
        } catch (OtherForm | Malformed | RunFailed left) {
            // If it is a fault, a run will find it again and tell.
        }
        misses++;
        return 0;
    }

    private interface Making {
        int make(DirectShift direct, int frame);
    }

    private boolean isHopeless(Plan next) {
        if (next != plan) {
            plan = next;
            misses = 0;
        }
        if (misses < MISSES) {
            return false;
        }
        misses++;
        return misses % RETRY != 0;
    }

    /** What was written, as an array of its own. */
    public byte[] result() {
        return written.result();
    }

    public void writeTo(OutputStream stream) throws IOException {
        written.writeTo(stream);
    }

    /** Workspaces that wait for their next run; under want of memory they are given up. Thread-safe. */
    public static final class Pool {
        private final ArrayBlockingQueue<SoftReference<Workspace>> waiting =
                new ArrayBlockingQueue<>(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
        private final ReadingLimits limits;
        private final long retained;

        /** A workspace that holds on to more than {@code retained} bytes is not used again. */
        public Pool(ReadingLimits limits, long retained) {
            this.limits = limits;
            this.retained = retained;
        }

        /** A workspace that nobody else has, until it is given back. */
        public Workspace take() {
            while (true) {
                var reference = waiting.poll();
                if (reference == null) {
                    return new Workspace(limits);
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
