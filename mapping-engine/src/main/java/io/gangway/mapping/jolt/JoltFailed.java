package io.gangway.mapping.jolt;

/** An operation of Jolt failed on a document. The message is a sentence for the author of the mapping. */
public class JoltFailed extends RuntimeException {
    JoltFailed(String message) {
        super(message);
    }
}
