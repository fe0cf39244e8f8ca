package io.gangway.portal.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gangway.identity.EndedLogins;
import io.gangway.platform.Signals;
import io.gangway.tenant.Members;
import io.gangway.tenant.Membership;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where people belong and which logins are over, as of now: a change is felt as soon as its signal arrives, and after five seconds
 * if that is lost.
 */
@Component
class CurrentMemberships implements DisposableBean {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MAX_PEOPLE = 20_000;

    private final Members members;
    private final EndedLogins ended;
    private final List<Signals.Subscription> subscriptions;
    private final Cache<String, List<Membership>> ofSubject = cache();
    private final Cache<String, Boolean> endedLogins = cache();

    CurrentMemberships(Members members, EndedLogins ended, Signals signals) {
        this.members = members;
        this.ended = ended;
        this.subscriptions = List.of(
                signals.listen(Signals.Channel.MEMBER, subject -> forget(ofSubject, subject)),
                signals.listen(Signals.Channel.LOGIN, sid -> forget(endedLogins, sid)));
    }

    private static <V> Cache<String, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MAX_PEOPLE)
                .build();
    }

    private static void forget(Cache<String, ?> cache, String key) {
        if (key.equals(Signals.MISSED)) {
            cache.invalidateAll();
        } else {
            cache.invalidate(key);
        }
    }

    /** The oldest first. */
    List<Membership> of(String subject) {
        return ofSubject.get(subject, members::ofSubject);
    }

    /** @param sid the identity provider's id of the login */
    boolean isOver(String sid) {
        return endedLogins.get(sid, ended::contains);
    }

    @Override
    public void destroy() {
        subscriptions.forEach(Signals.Subscription::cancel);
    }
}
