package io.gangway.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gangway.platform.Correlation;
import java.util.List;

/**
 * An error as RFC 9457 has it.
 *
 * @param type stable address of the kind of problem
 * @param status the HTTP status
 * @param detail culprit, place, remedy
 * @param instance the path that was asked for
 * @param correlationId under which logs tell more
 * @param errors every fault of the input, each with its place
 * @param violatedPolicies names of the rate limits that refuse the request, as in the {@code RateLimit-Policy} header
 */
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String correlationId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> violatedPolicies) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String TYPES = "urn:gangway:problem:";

    /** @param pointer JSON pointer into the body, or the name of a parameter behind {@code ?} */
    public record Fault(String pointer, String detail) {}

    public static ProblemDocument of(int status, String code, String detail, String instance, Correlation correlation) {
        return of(status, code, detail, instance, correlation, List.of());
    }

    public static ProblemDocument of(
            int status, String code, String detail, String instance, Correlation correlation, List<Fault> errors) {
        var words = code.replace('-', ' ');
        var title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new ProblemDocument(TYPES + code, title, status, detail, instance, correlation.id(), errors, List.of());
    }

    /** A rate limit refuses the request; the problem type is that of draft-ietf-httpapi-ratelimit-headers. */
    public static ProblemDocument quotaExceeded(
            String policy, String detail, String instance, Correlation correlation) {
        return new ProblemDocument(
                "https://iana.org/assignments/http-problem-types#quota-exceeded",
                "Request cannot be satisfied as assigned quota has been exceeded",
                TOO_MANY_REQUESTS,
                detail,
                instance,
                correlation.id(),
                List.of(),
                List.of(policy));
    }
}
