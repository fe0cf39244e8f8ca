package io.gangway.api.problem;

import io.gangway.platform.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what nobody behind should have to deal with: bodies that would fill the memory, before they are parsed,
 * parameters that are not UTF-8, and hosts that no address can have. Webhooks have a door and limits of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RequestGuard extends OncePerRequestFilter {
    static final int MAX_BODY_BYTES = 1 << 20;

    private static final int MAX_PORT = 65_535;

    /** A name, an IPv4 or an IPv6 address. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

    private static final String TOO_LARGE =
            "The body has more than %d bytes, which is the most that is taken.".formatted(MAX_BODY_BYTES);

    private final ProblemWriter problems;

    RequestGuard(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BODY_BYTES) {
            // The connection carries a body that nobody reads.
            response.setHeader("Connection", "close");
            write(request, response, 413, "body-too-large", TOO_LARGE);
            return;
        }
        if (!HOST.matcher(request.getServerName()).matches()
                || request.getServerPort() < 1
                || request.getServerPort() > MAX_PORT) {
            write(
                    request,
                    response,
                    400,
                    "malformed-host",
                    "The host in Host or X-Forwarded-Host is not valid. Send a name or an address, and a port from 1 to 65535.");
            return;
        }
        if (request.getQueryString() != null && !hasReadableParameters(request)) {
            write(
                    request,
                    response,
                    400,
                    "malformed-query",
                    "A parameter in the address is not valid. Encode it as UTF-8, percent-encoded.");
            return;
        }
        chain.doFilter(new Limited(request), response);
    }

    /** A body with a form is read only where it is wanted. */
    private static boolean hasReadableParameters(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            return true;
        }
        try {
            request.getParameterNames();
            return true;
        } catch (InvalidParameterException unreadable) {
            return false;
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status, String code, String detail)
            throws IOException {
        problems.write(
                response, ProblemDocument.of(status, code, detail, request.getRequestURI(), Correlation.current()));
    }

    /** Without a Content-Length only reading shows how much there is. */
    private static final class Limited extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream stream;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new LimitedStream(super.getInputStream());
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
        }
    }

    private static final class LimitedStream extends ServletInputStream {
        private final ServletInputStream stream;
        private int left = MAX_BODY_BYTES;

        LimitedStream(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            var read = stream.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = stream.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLarge {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge(TOO_LARGE);
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
