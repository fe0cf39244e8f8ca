package io.gangway.support;

import java.util.function.Supplier;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Calls a service as somebody with one authority does, on whatever thread. */
public final class Caller {
    private Caller() {}

    /** @param authority such as {@code ROLE_PARTNER} or {@code SCOPE_events:read} */
    public static <T> T with(String authority, Supplier<T> call) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TestingAuthenticationToken("test", "", authority));
        SecurityContextHolder.setContext(context);
        try {
            return call.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
