package io.gangway.identity;

import io.gangway.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * Where people prove who they are. It mirrors our organizations and who belongs to them; what a member may do is ours alone.
 * Every change can be made twice with the effect of once. All throw {@link IdentityProviderFailed}.
 */
public interface IdentityProvider {
    /** Sends an invitation by mail, again if there is one already. Nothing happens for who belongs to the organization. */
    void invite(Tenant organization, String email, String displayName);

    /** Makes a person that the provider knows a member. */
    void join(Tenant organization, String subject);

    /**
     * Withdraws an invitation, or ends a membership.
     *
     * @param subject null if the person has not joined
     */
    void remove(Tenant organization, String email, Optional<String> subject);

    /** Who belongs to the organization there; nobody if it does not know the organization. */
    List<Person> membersOf(Tenant organization);

    /** @param email lower case */
    record Person(String subject, String email) {}
}
