package io.gangway.identity;

import io.gangway.kernel.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a key or client that somebody wants: nobody grants more than it has. */
final class GrantFaults {
    private GrantFaults() {}

    /**
     * By field, as {@link NewApiKey} names them; {@link NewOAuthClient} names them alike.
     *
     * @param what {@code key} or {@code client}
     */
    static Map<String, String> of(
            Granter granter,
            String what,
            @Nullable String wantedName,
            @Nullable Environment environment,
            Set<Scope> scopes) {
        var faults = new LinkedHashMap<String, String>();
        var name = wantedName == null ? "" : wantedName.strip();
        if (name.isEmpty()
                || name.length() > ApiKeyAdministration.MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            faults.put(
                    NewApiKey.NAME,
                    "The name needs 1 to %d characters. Name the program that uses the %s."
                            .formatted(ApiKeyAdministration.MAX_NAME, what));
        }
        if (environment == null || !granter.environments().contains(environment)) {
            faults.put(
                    NewApiKey.ENVIRONMENT,
                    "The environment must be one of %s.".formatted(new TreeSet<>(granter.environments())));
        }
        if (scopes.isEmpty()) {
            faults.put(NewApiKey.SCOPES, "The %s needs at least one scope.".formatted(what));
        } else if (!granter.scopes().containsAll(scopes)) {
            faults.put(
                    NewApiKey.SCOPES,
                    "You cannot grant %s, which you do not have yourself."
                            .formatted(scopes.stream()
                                    .filter(scope -> !granter.scopes().contains(scope))
                                    .map(Scope::word)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        return faults;
    }
}
