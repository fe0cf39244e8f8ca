package io.gangway.local;

/** A login role of PostgreSQL. */
public record DatabaseLogin(String username, String password) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return username;
    }
}
