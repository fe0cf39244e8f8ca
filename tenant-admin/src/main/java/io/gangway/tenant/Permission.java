package io.gangway.tenant;

/** What a member may do besides looking; which roles may is said by {@link MemberRole} alone. */
public enum Permission {
    /** Say what a sender's codes mean. */
    MAP_CODES,
    /** Send messages with faults through translation again. */
    REPLAY,
    /** Invite people, change their roles, remove them. */
    MANAGE_MEMBERS,
    /** Issue, rotate and revoke API keys. */
    MANAGE_ACCESS,
    /** Change how much organizations may ask, and assign it. */
    MANAGE_RATE_PLANS,
    /** See who did what. */
    SEE_AUDIT
}
