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
 */
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String correlationId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

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
        return new ProblemDocument(TYPES + code, title, status, detail, instance, correlation.id(), errors);
    }
}
