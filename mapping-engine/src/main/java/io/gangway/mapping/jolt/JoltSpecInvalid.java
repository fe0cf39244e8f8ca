package io.gangway.mapping.jolt;

/** A spec can't be run. The message is a sentence for the author of the mapping. */
public class JoltSpecInvalid extends RuntimeException {
    JoltSpecInvalid(String message) {
        super(message);
    }
}
