package io.gangway.portal.shell;

import io.gangway.platform.IdentityProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a login that has begun in an encrypted cookie of the browser, so that whoever is not logged in costs no memory here. All
 * nodes read it, since its key comes from the secret that they share with the identity provider.
 */
@Component
class LoginCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    static final String NAME = "gangway-login";

    private static final Duration LIFE = Duration.ofMinutes(10);

    /** A longer one is not ours. */
    private static final int MAX_LENGTH = 4096;

    private final BytesEncryptor encryptor;
    private final JsonMapper json;
    private final Clock clock;

    LoginCookie(IdentityProperties identity, JsonMapper json, Clock clock) {
        var salt = HexFormat.of().formatHex(NAME.getBytes(StandardCharsets.UTF_8));
        this.encryptor = Encryptors.stronger(identity.clientSecret(), salt);
        this.json = json;
        this.clock = clock;
    }

    /** What of a request the answer is compared with and completed by. */
    record Begun(
            String authorizationUri,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            String state,
            Map<String, String> parameters,
            Map<String, String> attributes,
            Instant until) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        var cookie = WebUtils.getCookie(request, NAME);
        if (state == null || cookie == null || cookie.getValue().length() > MAX_LENGTH) {
            return null;
        }
        var begun = read(cookie.getValue());
        if (begun == null || !begun.state().equals(state) || clock.instant().isAfter(begun.until())) {
            return null;
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(begun.authorizationUri())
                .clientId(begun.clientId())
                .redirectUri(begun.redirectUri())
                .scopes(begun.scopes())
                .state(begun.state())
                .additionalParameters(parameters -> parameters.putAll(begun.parameters()))
                .attributes(attributes -> attributes.putAll(begun.attributes()))
                .build();
    }

    private @Nullable Begun read(String value) {
        try {
            var opened = encryptor.decrypt(Base64.getUrlDecoder().decode(value));
            return json.readValue(opened, Begun.class);
        } catch (IllegalArgumentException | IllegalStateException | JacksonException forged) {
            return null;
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
        if (login == null) {
            forget(request, response);
            return;
        }
        var begun = new Begun(
                login.getAuthorizationUri(),
                login.getClientId(),
                Objects.requireNonNull(login.getRedirectUri()),
                login.getScopes(),
                Objects.requireNonNull(login.getState()),
                texts(login.getAdditionalParameters()),
                texts(login.getAttributes()),
                clock.instant().plus(LIFE));
        var value = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(encryptor.encrypt(json.writeValueAsBytes(begun)));
        set(request, response, value, LIFE);
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        var texts = new HashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var login = loadAuthorizationRequest(request);
        if (login != null) {
            forget(request, response);
        }
        return login;
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
