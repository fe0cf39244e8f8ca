package io.gangway.mapping.plan;

/** A key or value of a spec means nothing. The message is a sentence for the author of the mapping. */
class SpecInvalid extends RuntimeException {
    SpecInvalid(String message) {
        super(message, null, false, false);
    }
}
