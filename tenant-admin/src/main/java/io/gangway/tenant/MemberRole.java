package io.gangway.tenant;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a member may do in its organization. Each kind of organization has roles of its own; everybody in it may look. */
public enum MemberRole {
    OWNER(
            TenantKind.PARTNER,
            Permission.MAP_CODES,
            Permission.REPLAY,
            Permission.MANAGE_MEMBERS,
            Permission.MANAGE_ACCESS,
            Permission.SEE_AUDIT),
    DEVELOPER(TenantKind.PARTNER, Permission.MAP_CODES, Permission.REPLAY),
    VIEWER(TenantKind.PARTNER),
    ADMIN(TenantKind.CUSTOMER, Permission.MANAGE_MEMBERS, Permission.MANAGE_ACCESS, Permission.SEE_AUDIT),
    LOGISTICS(TenantKind.CUSTOMER),
    SERVICE(TenantKind.CUSTOMER),
    FINANCE(TenantKind.CUSTOMER),
    INTEGRATION_ADMIN(TenantKind.OPERATOR, Permission.MAP_CODES, Permission.REPLAY, Permission.MANAGE_RATE_PLANS),
    SUPPORT(TenantKind.OPERATOR),
    PLATFORM_ADMIN(
            TenantKind.OPERATOR,
            Permission.MAP_CODES,
            Permission.REPLAY,
            Permission.MANAGE_MEMBERS,
            Permission.MANAGE_RATE_PLANS,
            Permission.SEE_AUDIT);

    private final TenantKind kind;
    private final Set<Permission> permissions;

    MemberRole(TenantKind kind, Permission... permissions) {
        this.kind = kind;
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The role that an organization of this kind is never without. */
    public static MemberRole leading(TenantKind kind) {
        return switch (kind) {
            case PARTNER -> OWNER;
            case CUSTOMER -> ADMIN;
            case OPERATOR -> PLATFORM_ADMIN;
        };
    }

    public static Set<MemberRole> of(TenantKind kind) {
        var roles = EnumSet.noneOf(MemberRole.class);
        Arrays.stream(values()).filter(role -> role.kind == kind).forEach(roles::add);
        return roles;
    }
}
