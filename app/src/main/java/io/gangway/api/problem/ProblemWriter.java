package io.gangway.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is: in filters. */
@Component
public class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, ProblemDocument problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        var bytes = json.writeValueAsBytes(problem);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
