package io.gangway.local;

import java.io.PrintStream;

/** Lines for the person at the terminal, each with the seconds since the start. */
final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println("[%3d s] %s".formatted(seconds(), line));
    }

    /** Several lines, as they are. */
    void print(String text) {
        out.println(text);
    }

    long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000L;
    }
}
