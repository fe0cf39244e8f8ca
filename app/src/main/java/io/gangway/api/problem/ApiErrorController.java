package io.gangway.api.problem;

import io.gangway.platform.Correlation;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The last word on errors that no controller saw, such as unknown paths: a problem as well. */
@RestController
class ApiErrorController implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<ProblemDocument> error(HttpServletRequest request) {
        var status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(404);
        var path = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse(request.getRequestURI());
        var resolved = HttpStatus.resolve(status);
        var code = resolved == null
                ? "request-refused"
                : resolved.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var detail = status == 404
                ? "There is nothing at this address. The API is described at /v3/api-docs."
                : "The request was refused with status %d.".formatted(status);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDocument.of(status, code, detail, path, Correlation.current(), List.of()));
    }
}
