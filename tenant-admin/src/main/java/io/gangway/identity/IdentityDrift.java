package io.gangway.identity;

import io.gangway.audit.AuditLog;
import io.gangway.identity.IdentityIntents.Kind;
import io.gangway.kernel.TenantDatabase;
import io.gangway.tenant.Member;
import io.gangway.tenant.Members;
import io.gangway.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Compares who belongs to an organization here and at the identity provider, and repairs the provider's side: what the portal says
 * holds. Somebody changed it there by hand, or a backup was restored.
 */
@Service
public class IdentityDrift {
    private static final String ACTOR = "system:identity-drift";

    private final IdentityProvider provider;
    private final IdentityIntents intents;
    private final Members members;
    private final TenantDatabase database;
    private final AuditLog audit;

    IdentityDrift(
            IdentityProvider provider,
            IdentityIntents intents,
            Members members,
            TenantDatabase database,
            AuditLog audit) {
        this.provider = provider;
        this.intents = intents;
        this.members = members;
        this.database = database;
        this.audit = audit;
    }

    /**
     * Writes an intent for each difference and returns what was found, in words. Whoever has an intent that is not done yet is left
     * alone. Throws {@link IdentityProviderFailed}.
     */
    public List<String> repair(Tenant organization) {
        var there = provider.membersOf(organization).stream()
                .collect(Collectors.toMap(IdentityProvider.Person::subject, IdentityProvider.Person::email));
        return database.write(organization.id(), () -> {
            var open = intents.open(organization.id());
            var here = members.of(organization.id());
            var found = new ArrayList<String>();
            for (var member : here) {
                if (member.subject() != null
                        && !there.containsKey(member.subject())
                        && !open.containsKey(member.email())) {
                    intents.add(Kind.JOIN, member);
                    note(organization, member.email(), "missing at the identity provider", found);
                }
            }
            var subjects = here.stream().map(Member::subject).collect(Collectors.toSet());
            var addresses = here.stream().map(Member::email).collect(Collectors.toSet());
            there.forEach((subject, email) -> {
                if (!subjects.contains(subject) && !addresses.contains(email) && !open.containsKey(email)) {
                    intents.add(Kind.REMOVE, organization.id(), email, email, subject);
                    note(organization, email, "unknown here", found);
                }
            });
            return found;
        });
    }

    private void note(Tenant organization, String email, String difference, List<String> found) {
        audit.record(organization.id(), ACTOR, "member.drift-repaired", email, Map.of("difference", difference));
        found.add(email + " is " + difference);
    }
}
