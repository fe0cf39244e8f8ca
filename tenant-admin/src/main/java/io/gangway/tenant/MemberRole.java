package io.gangway.tenant;

import java.util.EnumSet;
import java.util.Set;

/** What a member may do in its organization; each kind of organization has its own. */
public enum MemberRole {
    OWNER(TenantKind.PARTNER),
    DEVELOPER(TenantKind.PARTNER),
    ADMIN(TenantKind.CUSTOMER),
    LOGISTICS(TenantKind.CUSTOMER),
    SERVICE(TenantKind.CUSTOMER),
    FINANCE(TenantKind.CUSTOMER),
    OPERATOR(TenantKind.OPERATOR);

    private final TenantKind kind;

    MemberRole(TenantKind kind) {
        this.kind = kind;
    }

    public static Set<MemberRole> of(TenantKind kind) {
        var roles = EnumSet.noneOf(MemberRole.class);
        for (var role : values()) {
            if (role.kind == kind) {
                roles.add(role);
            }
        }
        return roles;
    }
}
