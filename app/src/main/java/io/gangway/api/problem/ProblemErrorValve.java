package io.gangway.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses by itself, before any filter, is a problem document as well. Public because Tomcat makes it. */
public final class ProblemErrorValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failed) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        // No text of the request: it is what was refused.
        var json =
                "{\"type\":\"urn:gangway:problem:malformed-request\",\"title\":\"Malformed request\",\"status\":%d,\"detail\":\"The request is not valid HTTP, or its address has characters that must be percent-encoded.\"}"
                        .formatted(status);
        try {
            response.setContentType("application/problem+json");
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("Nobody reads why the request was refused.", gone);
        }
    }
}
