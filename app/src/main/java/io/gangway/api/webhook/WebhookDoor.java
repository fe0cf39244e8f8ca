package io.gangway.api.webhook;

import io.gangway.api.problem.ProblemDocument;
import io.gangway.api.problem.ProblemWriter;
import io.gangway.api.problem.RateLimitHeaders;
import io.gangway.ingest.GuardedEndpoint;
import io.gangway.ingest.IncomingWebhook;
import io.gangway.ingest.IngestProperties;
import io.gangway.ingest.ReceivedBody;
import io.gangway.ingest.Reception;
import io.gangway.ingest.RefusalCause;
import io.gangway.ingest.Webhooks;
import io.gangway.platform.Correlation;
import io.gangway.platform.FailedAttempts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /hooks/{token}}: reads the raw bytes, parses nothing, and answers 202 once they are on disk. It stands
 * ahead of all other filters, since this is the busiest door of the house and needs none of them: no session, no MVC, no
 * login.
 *
 * <p>The query and what follows an endpoint's address may be a secret: neither is logged or shown.
 *
 * <p>Bodies in memory are counted as they arrive: past the limit of all requests together the sender is told to come again.
 */
class WebhookDoor extends HttpFilter {
    static final String PATH = "/hooks/";

    private static final Logger log = LoggerFactory.getLogger(WebhookDoor.class);

    private final transient Webhooks webhooks;
    private final transient ProblemWriter problems;
    private final transient BodyMemory memory;
    private final transient FailedAttempts attempts;

    WebhookDoor(Webhooks webhooks, ProblemWriter problems, FailedAttempts attempts, IngestProperties properties) {
        this.webhooks = webhooks;
        this.problems = problems;
        this.attempts = attempts;
        this.memory = new BodyMemory(properties.bytesInFlight());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getRequestURI().startsWith(PATH)) {
            chain.doFilter(request, response);
            return;
        }
        var correlation = Correlation.from(request.getHeader("traceparent"));
        try (var logged = correlation.open()) {
            response.setHeader(Correlation.RESPONSE_HEADER, correlation.id());
            response.setHeader("traceparent", correlation.traceparent());
            handle(request, response, correlation);
        }
    }

    private void handle(HttpServletRequest request, HttpServletResponse response, Correlation correlation)
            throws IOException {
        var isCheck = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!isCheck && !request.getMethod().equals("POST")) {
            methodNotAllowed(response, correlation);
            return;
        }
        Optional<GuardedEndpoint> known;
        try {
            known = endpoint(request);
        } catch (CompletionException failed) {
            unavailable(response, correlation, failed);
            return;
        }
        if (isCheck
                && known.map(guarded -> guarded.endpoint().verifier().urlCheck())
                        .isEmpty()) {
            // Whether there is an endpoint is told to nobody who sends nothing.
            methodNotAllowed(response, correlation);
            return;
        }
        if (known.isEmpty()) {
            unknownCaller(
                    response,
                    correlation,
                    RefusalCause.ENDPOINT_UNKNOWN,
                    "There is no endpoint at this address. Ask the operator of the platform for the right one.");
            return;
        }
        var place = known.get().endpoint().id().toString();
        var wait = attempts.waitOf(place, request.getRemoteAddr());
        if (!wait.isZero()) {
            tooManyFailures(response, correlation, wait);
            return;
        }
        var head = head(request, known.get(), correlation);
        if (isCheck) {
            check(request, response, head);
        } else {
            answer(response, correlation, receive(request, head));
        }
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            attempts.note(place, request.getRemoteAddr());
        }
    }

    /** Unread: neither the body nor the signature is looked at. */
    private void tooManyFailures(HttpServletResponse response, Correlation correlation, Duration wait)
            throws IOException {
        response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
        unknownCaller(
                response,
                correlation,
                RefusalCause.TOO_MANY_FAILURES,
                "Too many webhooks from your network had a wrong signature. Check the secret; the next try is free in %d s."
                        .formatted(wait.toSeconds() + 1));
    }

    /** Behind the address of an endpoint there may only be a secret, where the endpoint's scheme has it there. */
    private Optional<GuardedEndpoint> endpoint(HttpServletRequest request) {
        var rest = request.getRequestURI().substring(PATH.length());
        var slash = rest.indexOf('/');
        return slash < 0
                ? webhooks.endpoint(rest)
                : webhooks.endpoint(rest.substring(0, slash))
                        .filter(guarded -> Boolean.TRUE.equals(
                                guarded.endpoint().verifier().pathSegment()));
    }

    private void check(HttpServletRequest request, HttpServletResponse response, IncomingWebhook head)
            throws IOException {
        var check = head.endpoint().verifier().urlCheck();
        if (!webhooks.isAddressRight(head)) {
            answer(
                    response,
                    head.correlation(),
                    webhooks.refuse(
                            head,
                            RefusalCause.SIGNATURE_WRONG,
                            "The proof in %s is missing or does not match. Check the secret."
                                    .formatted(head.endpoint().verifier().proofPlace())));
        } else if (check == null || !AddressCheck.answer(check, request, response)) {
            answer(
                    response,
                    head.correlation(),
                    webhooks.refuse(
                            head,
                            RefusalCause.CHALLENGE_INVALID,
                            "The challenge is not valid: it may have 200 letters, digits and characters of '._~+/=:-'."));
        }
    }

    private Reception receive(HttpServletRequest request, IncomingWebhook head) {
        var endpoint = head.endpoint();
        if (request.getContentLengthLong() > endpoint.maxBodyBytes()) {
            return webhooks.refuse(head, RefusalCause.BODY_TOO_LARGE, WebhookBodies.tooLarge(endpoint));
        }
        var room = memory.share(endpoint.id().toString(), request.getRemoteAddr());
        try {
            var declared =
                    DeclaredContent.of(head.contentType(), request.getHeader("Content-Encoding"), endpoint.verifier());
            var unproven = webhooks.missingProof(head);
            return unproven != null
                    ? unproven
                    : webhooks.receive(
                            head.with(WebhookBodies.read(request.getInputStream(), endpoint, declared, room)));
        } catch (RefusedBody refused) {
            return webhooks.refuse(head, refused.refusal(), refused.detail());
        } catch (IOException broken) {
            return webhooks.refuse(
                    head, RefusalCause.BODY_INCOMPLETE, "The body ended before it was complete. Send it again.");
        } finally {
            room.release();
        }
    }

    private static IncomingWebhook head(HttpServletRequest request, GuardedEndpoint guarded, Correlation correlation) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new IncomingWebhook(
                guarded,
                correlation,
                request.getMethod(),
                path,
                headers(request),
                request.getContentType(),
                ReceivedBody.NONE);
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name, new ArrayList<>(Collections.list(request.getHeaders(name))));
        }
        return headers;
    }

    private void answer(HttpServletResponse response, Correlation correlation, Reception reception) throws IOException {
        switch (reception) {
            case Reception.Accepted(var message) -> write(response, 202, message.toString(), "accepted");
            case Reception.Duplicate(var original) -> write(response, 200, original.toString(), "duplicate");
            case Reception.Refused(var cause, var detail) -> problem(response, correlation, cause, detail);
            case Reception.TooMany(var allowance) ->
                problems.write(response, RateLimitHeaders.refuse(response, allowance, PATH + "…", correlation));
        }
    }

    private void methodNotAllowed(HttpServletResponse response, Correlation correlation) throws IOException {
        response.setHeader("Allow", "POST");
        unknownCaller(response, correlation, RefusalCause.METHOD_NOT_ALLOWED, "Webhooks are sent with POST.");
    }

    private void unknownCaller(HttpServletResponse response, Correlation correlation, RefusalCause cause, String detail)
            throws IOException {
        webhooks.refuseUnknownCaller(cause);
        problem(response, correlation, cause, detail);
    }

    private void unavailable(HttpServletResponse response, Correlation correlation, CompletionException failed)
            throws IOException {
        log.error("Could not look up an endpoint; its sender was asked to send again. {}", failed.toString());
        webhooks.refuseUnknownCaller(RefusalCause.STORAGE_UNAVAILABLE);
        problem(
                response,
                correlation,
                RefusalCause.STORAGE_UNAVAILABLE,
                "The message could not be stored now. Send it again shortly.");
    }

    private void problem(HttpServletResponse response, Correlation correlation, RefusalCause cause, String detail)
            throws IOException {
        if (cause.status() == 503) {
            response.setHeader("Retry-After", "5");
        }
        if (cause.status() == 401) {
            response.setHeader("WWW-Authenticate", "Signature");
        }
        problems.write(response, ProblemDocument.of(cause.status(), cause.code(), detail, PATH + "…", correlation));
    }

    private static void write(HttpServletResponse response, int status, String message, String result)
            throws IOException {
        var json = "{\"messageId\":\"%s\",\"result\":\"%s\"}".formatted(message, result);
        response.setStatus(status);
        response.setContentType("application/json");
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
