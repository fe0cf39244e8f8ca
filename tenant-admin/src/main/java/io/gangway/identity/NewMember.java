package io.gangway.identity;

import io.gangway.tenant.MemberRole;
import org.jspecify.annotations.Nullable;

/** A person to invite, as a form has it: nothing is checked yet. */
public record NewMember(
        @Nullable String email,
        @Nullable String displayName,
        @Nullable MemberRole role) {
    public static final String EMAIL = "email";
    public static final String NAME = "name";
    public static final String ROLE = "role";
}
