package io.gangway.tenant;

/** What an organization is here: it moves goods, it ships goods, or it runs the platform. */
public enum TenantKind {
    PARTNER,
    CUSTOMER,
    OPERATOR
}
