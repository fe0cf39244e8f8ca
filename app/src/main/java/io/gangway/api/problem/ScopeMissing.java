package io.gangway.api.problem;

/** A caller whose credentials lack the scope that a call needs. */
public class ScopeMissing extends RuntimeException {
    /**
     * @param scope as the API writes it
     * @param caller the credentials, such as {@code api-key:gw_live_abcd}
     */
    public ScopeMissing(String scope, String caller) {
        super(
                "This call needs the scope '%s', which %s does not have. An administrator of your organization can issue a key with it in the portal under API keys, or have it added to the client."
                        .formatted(scope, caller));
    }
}
