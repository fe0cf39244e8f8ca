package io.gangway.api.problem;

import io.gangway.identity.IdentityProviderFailed;
import io.gangway.platform.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what the API's controllers throw into problems; never a stack trace, never SQL. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice("io.gangway.api")
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDocument> notFound(NotFound notFound, HttpServletRequest request) {
        return answer(404, "not-found", String.valueOf(notFound.getMessage()), request, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> scopeMissing(ScopeMissing missing, HttpServletRequest request) {
        return answer(403, "scope-missing", String.valueOf(missing.getMessage()), request, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> identityProviderAway(IdentityProviderFailed failed, HttpServletRequest request) {
        log.warn("The identity provider did not do what a call needs. {}", failed.getMessage());
        return answer(
                503,
                "identity-provider-unavailable",
                "The identity provider does not answer now. Nothing was changed; try again in a minute.",
                request,
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> invalid(InvalidRequest invalid, HttpServletRequest request) {
        return answer(400, "invalid-request", String.valueOf(invalid.getMessage()), request, invalid.faults());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return answer(413, "body-too-large", String.valueOf(tooLarge.getMessage()), request, List.of());
            }
        }
        return switch (unreadable.getCause()) {
            case DatabindException misfit ->
                answer(
                        400,
                        "invalid-request",
                        "The body does not have the expected form.",
                        request,
                        List.of(new ProblemDocument.Fault(pointerOf(misfit), remedyFor(misfit))));
            case StreamReadException malformed ->
                answer(
                        400,
                        "malformed-json",
                        "The body is not JSON: line %d, column %d: %s"
                                .formatted(
                                        malformed.getLocation().getLineNr(),
                                        malformed.getLocation().getColumnNr(),
                                        malformed.getOriginalMessage()),
                        request,
                        List.of());
            case null, default ->
                answer(400, "malformed-json", "The body is missing or can't be read. Send JSON.", request, List.of());
        };
    }

    /** Spring's own: wrong method, wrong media type, a missing parameter and the like. */
    @ExceptionHandler
    ResponseEntity<ProblemDocument> framework(Exception failed, HttpServletRequest request) throws Exception {
        if (failed instanceof AccessDeniedException || failed instanceof AuthenticationException) {
            throw failed; // the security filters answer
        }
        if (failed instanceof ErrorResponse known) {
            return answer(known.getStatusCode(), known, request);
        }
        var correlation = Correlation.current();
        log.error("A request failed; the caller was given correlation id {}.", correlation.id(), failed);
        return answer(
                500,
                "internal-error",
                "The platform failed at this request. It may be sent again; support finds the cause under the correlation id.",
                request,
                List.of());
    }

    private static ResponseEntity<ProblemDocument> answer(
            HttpStatusCode status, ErrorResponse known, HttpServletRequest request) {
        var resolved = HttpStatus.resolve(status.value());
        var code = resolved == null
                ? "request-refused"
                : resolved.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var detail = known.getBody().getDetail();
        var answer =
                answer(status.value(), code, detail == null ? "The request was refused." : detail, request, List.of());
        return ResponseEntity.status(status)
                .headers(known.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.getBody());
    }

    private static ResponseEntity<ProblemDocument> answer(
            int status, String code, String detail, HttpServletRequest request, List<ProblemDocument.Fault> faults) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDocument.of(status, code, detail, request.getRequestURI(), Correlation.current(), faults));
    }

    /** Jackson's own words name our classes. */
    private static String remedyFor(DatabindException misfit) {
        if (misfit instanceof UnrecognizedPropertyException unknown) {
            return "The field '%s' is not known here. Known are %s."
                    .formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        return "The value is not of the kind that this field takes; see /v3/api-docs.";
    }

    private static String pointerOf(DatabindException misfit) {
        var pointer = new StringBuilder();
        for (var step : misfit.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.toString();
    }
}
