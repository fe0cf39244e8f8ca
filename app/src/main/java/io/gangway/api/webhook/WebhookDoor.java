package io.gangway.api.webhook;

import io.gangway.api.problem.ProblemDocument;
import io.gangway.api.problem.ProblemWriter;
import io.gangway.ingest.IncomingWebhook;
import io.gangway.ingest.IngestProperties;
import io.gangway.ingest.Reception;
import io.gangway.ingest.RefusalCause;
import io.gangway.ingest.Webhooks;
import io.gangway.partner.Endpoint;
import io.gangway.platform.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /hooks/{token}}: reads the raw bytes, parses nothing, and answers 202 once they are on disk. It stands
 * ahead of all other filters, since this is the busiest door of the house and needs none of them: no session, no MVC, no
 * login.
 *
 * <p>Bodies in memory are counted as they arrive: past the limit of all requests together the sender is told to come again.
 */
class WebhookDoor extends HttpFilter {
    static final String PATH = "/hooks/";

    private static final Logger log = LoggerFactory.getLogger(WebhookDoor.class);

    private final transient Webhooks webhooks;
    private final transient ProblemWriter problems;
    private final transient BodyMemory memory;

    WebhookDoor(Webhooks webhooks, ProblemWriter problems, IngestProperties properties) {
        this.webhooks = webhooks;
        this.problems = problems;
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
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            stranger(response, correlation, RefusalCause.METHOD_NOT_ALLOWED, "Webhooks are sent with POST.");
            return;
        }
        var endpoint = webhooks.endpoint(request.getRequestURI().substring(PATH.length()));
        if (endpoint.isEmpty()) {
            stranger(
                    response,
                    correlation,
                    RefusalCause.ENDPOINT_UNKNOWN,
                    "There is no endpoint at this address. Ask the operator of the platform for the right one.");
            return;
        }
        answer(response, correlation, receive(request, endpoint.get(), correlation));
    }

    private Reception receive(HttpServletRequest request, Endpoint endpoint, Correlation correlation)
            throws IOException {
        var declared = request.getContentLengthLong();
        if (declared > endpoint.maxBodyBytes()) {
            return refuse(request, endpoint, correlation, RefusalCause.BODY_TOO_LARGE, tooLarge(endpoint));
        }
        var proof = endpoint.verifier().header();
        if (request.getHeader(proof) == null) {
            return refuse(
                    request,
                    endpoint,
                    correlation,
                    RefusalCause.SIGNATURE_MISSING,
                    "The header '%s' is missing. This endpoint takes signed messages only.".formatted(proof));
        }
        var body = new ArrivingBody(
                memory.share(endpoint.id().toString(), request.getRemoteAddr()), endpoint.maxBodyBytes());
        try {
            return read(request, endpoint, correlation, body);
        } finally {
            body.release();
        }
    }

    private Reception read(HttpServletRequest request, Endpoint endpoint, Correlation correlation, ArrivingBody body) {
        try {
            return switch (body.readFrom(request.getInputStream())) {
                case COMPLETE -> webhooks.receive(incoming(request, endpoint, correlation, body.bytes()));
                case TOO_LARGE ->
                    refuse(request, endpoint, correlation, RefusalCause.BODY_TOO_LARGE, tooLarge(endpoint));
                case NO_ROOM ->
                    refuse(
                            request,
                            endpoint,
                            correlation,
                            RefusalCause.OVERLOADED,
                            "Too many messages are being received. Send it again shortly.");
                case TOO_SLOW ->
                    refuse(
                            request,
                            endpoint,
                            correlation,
                            RefusalCause.BODY_INCOMPLETE,
                            "The body did not arrive within %d seconds. Send it again."
                                    .formatted(ArrivingBody.PATIENCE.toSeconds()));
            };
        } catch (IOException broken) {
            return refuse(
                    request,
                    endpoint,
                    correlation,
                    RefusalCause.BODY_INCOMPLETE,
                    "The body ended before it was complete. Send it again.");
        }
    }

    private Reception refuse(
            HttpServletRequest request, Endpoint endpoint, Correlation correlation, RefusalCause cause, String detail) {
        return webhooks.refuse(endpoint, incoming(request, endpoint, correlation, new byte[0]), cause, detail);
    }

    private static IncomingWebhook incoming(
            HttpServletRequest request, Endpoint endpoint, Correlation correlation, byte[] body) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new IncomingWebhook(
                endpoint, correlation, request.getMethod(), path, headers(request), request.getContentType(), body);
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name, new ArrayList<>(Collections.list(request.getHeaders(name))));
        }
        return headers;
    }

    private static String tooLarge(Endpoint endpoint) {
        return "The body is larger than the %d bytes that this endpoint takes. Send fewer events in one message."
                .formatted(endpoint.maxBodyBytes());
    }

    private void answer(HttpServletResponse response, Correlation correlation, Reception reception) throws IOException {
        switch (reception) {
            case Reception.Accepted(var message) -> write(response, 202, message.toString(), "accepted");
            case Reception.Duplicate(var original) -> write(response, 200, original.toString(), "duplicate");
            case Reception.Refused(var cause, var detail) -> problem(response, correlation, cause, detail);
        }
    }

    private void stranger(HttpServletResponse response, Correlation correlation, RefusalCause cause, String detail)
            throws IOException {
        webhooks.countStranger(cause);
        log.info("Refused a request that belongs to no endpoint: {}", cause.code());
        problem(response, correlation, cause, detail);
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
