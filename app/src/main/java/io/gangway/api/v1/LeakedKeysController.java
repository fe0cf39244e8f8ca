package io.gangway.api.v1;

import io.gangway.api.problem.InvalidRequest;
import io.gangway.api.problem.ProblemDocument.Fault;
import io.gangway.api.security.OpenToAll;
import io.gangway.identity.ApiKeys;
import io.gangway.platform.FailedAttempts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes reports of keys that are public; the key itself is the proof. */
@RestController
@RequestMapping("/v1/leaked-keys")
@Tag(name = "API keys")
class LeakedKeysController {
    private static final int MAX_LENGTH = 200;
    private static final String ATTEMPTS = "leaked-keys";

    private final ApiKeys keys;

    private final FailedAttempts attempts;

    LeakedKeysController(ApiKeys keys, FailedAttempts attempts) {
        this.keys = keys;
        this.attempts = attempts;
    }

    @PostMapping
    @OpenToAll("it takes a key to revoke it, and the answer is the same for all")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Reports a key that is public.",
            description =
                    "No credentials are needed. A key that works is revoked at once, and its owner sees why. The answer does not say whether it worked.")
    void report(@RequestBody LeakReport report, HttpServletRequest request) {
        var key = report.key() == null ? "" : report.key().strip();
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            throw new InvalidRequest(
                    java.util.List.of(new Fault("/key", "Send the whole key that you found, such as gw_live_… .")));
        }
        if (attempts.waitOf(ATTEMPTS, request.getRemoteAddr()).isZero()
                && !keys.revokeLeaked(key, "leak-report:" + request.getRemoteAddr())) {
            // The answer is the same also for who has reported too much.
            attempts.note(ATTEMPTS, request.getRemoteAddr());
        }
    }

    record LeakReport(@Nullable String key) {}
}
