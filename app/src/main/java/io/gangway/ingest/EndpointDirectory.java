package io.gangway.ingest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gangway.credential.Secrets;
import io.gangway.partner.Endpoint;
import io.gangway.partner.Endpoints;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Endpoints with their secrets, remembered for seconds: the door asks at every request. */
@Component
class EndpointDirectory {
    private static final Pattern TOKEN = Pattern.compile("whk_[A-Za-z0-9_-]{32}");

    private final LoadingCache<String, Optional<Guarded>> byToken;

    EndpointDirectory(Endpoints endpoints, Secrets secrets, IngestProperties properties) {
        this.byToken = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(properties.endpointCache())
                .build(token -> endpoints
                        .byToken(token)
                        .map(endpoint ->
                                new Guarded(endpoint, secrets.valid(endpoint.tenant(), endpoint.secretPurpose()))));
    }

    /** Only what has the form of a token is looked up: guesses cost no query. */
    Optional<Guarded> find(String token) {
        return TOKEN.matcher(token).matches() ? byToken.get(token) : Optional.empty();
    }

    record Guarded(Endpoint endpoint, List<String> secrets) {
        @Override
        public String toString() {
            return endpoint.id().toString();
        }
    }
}
