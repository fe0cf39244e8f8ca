package io.gangway.ingest;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gangway.credential.Secrets;
import io.gangway.partner.Endpoint;
import io.gangway.partner.Endpoints;
import io.gangway.partner.VerificationKey;
import io.gangway.partner.VerificationKeys;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Endpoints with their keys, remembered for seconds: the door asks at every request. */
@Component
class EndpointDirectory {
    private static final Logger log = LoggerFactory.getLogger(EndpointDirectory.class);
    private static final Pattern TOKEN = Pattern.compile("whk_[A-Za-z0-9_-]{32}");

    private final Secrets secrets;
    private final AsyncLoadingCache<String, Optional<GuardedEndpoint>> byToken;

    EndpointDirectory(Endpoints endpoints, Secrets secrets, IngestProperties properties) {
        this.secrets = secrets;
        this.byToken = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(properties.endpointCache())
                // All callers wait for one answer, also if it is a failure; by a lock they would each try in turn.
                .buildAsync((token, executor) ->
                        CompletableFuture.supplyAsync(() -> load(endpoints, token), Thread::startVirtualThread));
    }

    private Optional<GuardedEndpoint> load(Endpoints endpoints, String token) {
        return endpoints.byToken(token).map(endpoint -> new GuardedEndpoint(endpoint, keysOf(endpoint)));
    }

    /**
     * Only what has the form of a token is looked up: guesses cost no query. Throws {@link CompletionException} if the database
     * is not available, or a secret does not open.
     */
    Optional<GuardedEndpoint> find(String token) {
        return TOKEN.matcher(token).matches() ? byToken.get(token).join() : Optional.empty();
    }

    private List<VerificationKey> keysOf(Endpoint endpoint) {
        return secrets.valid(endpoint.tenant(), endpoint.secretPurpose()).stream()
                .flatMap(secret -> readable(endpoint, secret))
                .toList();
    }

    /** A secret that the verifier can't use is passed over: another one may still be right. */
    private static Stream<VerificationKey> readable(Endpoint endpoint, String secret) {
        try {
            return VerificationKeys.read(endpoint.verifier(), secret).stream();
        } catch (IllegalArgumentException unusable) {
            log.warn("A secret of endpoint {} can't be used: {}", endpoint.id(), unusable.getMessage());
            return Stream.empty();
        }
    }
}
