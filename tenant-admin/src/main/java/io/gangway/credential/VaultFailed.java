package io.gangway.credential;

/** Something could not be sealed or opened; the platform is at fault. */
public class VaultFailed extends RuntimeException {
    VaultFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
