package io.gangway.mapping.differential;

/** A chain is none, or one of its specs is not valid. */
final class ChainRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChainRefused(String reason) {
        super(reason);
    }
}
