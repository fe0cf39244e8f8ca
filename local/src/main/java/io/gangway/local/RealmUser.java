package io.gangway.local;

/** A person that can log in on this machine. The e-mail address counts as verified. */
public record RealmUser(String username, String email, String firstName, String lastName, String password) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return username;
    }
}
