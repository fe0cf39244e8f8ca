package io.gangway.tenant;

/** A person's place in an organization. */
public record Membership(Tenant tenant, Member member) {}
