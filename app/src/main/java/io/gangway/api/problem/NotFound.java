package io.gangway.api.problem;

/** There is nothing of that name for this caller; whether there is for another one is not told. */
public class NotFound extends RuntimeException {
    public NotFound(String detail) {
        super(detail);
    }
}
