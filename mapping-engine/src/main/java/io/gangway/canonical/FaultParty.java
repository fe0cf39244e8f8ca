package io.gangway.canonical;

/** Who has to act when something fails. */
public enum FaultParty {
    /** Whoever called the API. */
    CALLER,
    /** The partner: its payload, its mapping or its systems. */
    PARTNER,
    /** Gangway itself. */
    PLATFORM,
    /** Nobody in particular: there was too much at once. */
    CAPACITY
}
