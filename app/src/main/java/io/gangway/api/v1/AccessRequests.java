package io.gangway.api.v1;

import io.gangway.api.problem.InvalidRequest;
import io.gangway.api.problem.ProblemDocument.Fault;
import io.gangway.api.v1.ApiKeysController.RotationRequest;
import io.gangway.identity.AccessRefused;
import io.gangway.identity.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What requests for keys and for clients have in common. */
final class AccessRequests {
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);

    private AccessRequests() {}

    /** Throws {@link InvalidRequest} with every word that is not a scope. */
    static Set<Scope> scopes(@Nullable List<@Nullable String> given) {
        var faults = new ArrayList<Fault>();
        var scopes = EnumSet.noneOf(Scope.class);
        var words = Objects.requireNonNullElse(given, List.<@Nullable String>of());
        for (int i = 0; i < words.size(); i++) {
            var word = Objects.requireNonNullElse(words.get(i), "");
            var scope = Scope.of(word);
            scope.ifPresent(scopes::add);
            if (scope.isEmpty()) {
                faults.add(new Fault("/scopes/" + i, "'%s' is not a valid scope.".formatted(word)));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return scopes;
    }

    static Duration overlap(@Nullable RotationRequest request) {
        return request == null || request.overlapHours() == null
                ? USUAL_OVERLAP
                : Duration.ofHours(request.overlapHours());
    }

    static <T> T orFaults(Supplier<T> call) {
        try {
            return call.get();
        } catch (AccessRefused refused) {
            throw new InvalidRequest(refused.faults().entrySet().stream()
                    .map(fault -> new Fault(
                            fault.getKey().equals("overlap") ? "/overlapHours" : "/" + fault.getKey(),
                            fault.getValue()))
                    .toList());
        }
    }
}
