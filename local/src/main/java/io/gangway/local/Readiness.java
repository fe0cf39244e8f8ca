package io.gangway.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until a started program says at its health address that it is ready. */
final class Readiness {
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final int POLL_MILLIS = 150;

    private Readiness() {}

    /**
     * Returns at the first answer 200. Throws {@link StartFailed} with the end of the program's log if it ends first or
     * takes longer than {@code patience}.
     */
    static void await(ChildProcess process, URI health, Duration patience) {
        var request = HttpRequest.newBuilder(health).timeout(PROBE).build();
        var deadline = System.nanoTime() + patience.toNanos();
        try (var http = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
            while (!answersOk(http, request)) {
                if (!process.isAlive()) {
                    throw process.failed("ended while starting");
                }
                if (System.nanoTime() > deadline) {
                    throw process.failed("was not ready within %d seconds".formatted(patience.toSeconds()));
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while waiting for %s.".formatted(health), interrupted);
        }
    }

    private static boolean answersOk(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
