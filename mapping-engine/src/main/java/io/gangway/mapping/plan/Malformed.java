package io.gangway.mapping.plan;

/** A payload is not what JSON or the limits ask for. What and where is found by reading it again, slowly. */
public class Malformed extends RuntimeException {
    static final Malformed PAYLOAD = new Malformed();

    private Malformed() {
        super("The payload can't be read.", null, false, false);
    }
}
