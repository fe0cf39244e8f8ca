package io.gangway.identity;

import java.util.Optional;

/** Where programs get their tokens. Every change can be made twice with the effect of once. All throw {@link IdentityProviderFailed}. */
public interface ClientProvider {
    /**
     * Makes a client that gets tokens for itself alone, with these scopes in every one. Returns its secret; empty if it proves itself with
     * its private key.
     */
    Optional<String> create(String clientId, NewOAuthClient wanted);

    /** Copies how a private-key client proves itself to its successor; a client with a secret gets a new one. */
    Optional<String> createSuccessor(String formerId, String clientId);

    void remove(String clientId);

    /** Where tokens are asked for. */
    String tokenEndpoint();
}
