package io.gangway.identity;

/** The identity provider did not do what it was asked for. */
public class IdentityProviderFailed extends RuntimeException {
    private final boolean temporary;

    public IdentityProviderFailed(String message, boolean temporary, Throwable cause) {
        super(message, cause);
        this.temporary = temporary;
    }

    /** Whether a later attempt can succeed: it is down or busy, or refuses our own login. */
    public boolean isTemporary() {
        return temporary;
    }
}
