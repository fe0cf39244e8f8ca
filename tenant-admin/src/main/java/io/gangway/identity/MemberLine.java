package io.gangway.identity;

import io.gangway.tenant.Member;
import org.jspecify.annotations.Nullable;

/**
 * A member as a list shows it.
 *
 * @param open the change that the identity provider does not know yet; null if it knows all
 * @param isOffered whether it has been offered the ownership and has not answered
 */
public record MemberLine(Member member, IdentityIntents.@Nullable Open open, boolean isOffered) {}
