package io.gangway.ingest;

/** Ends a verification early. */
final class Refused extends Exception {
    private final transient Verdict.Rejected verdict;

    Refused(RefusalCause cause, String detail) {
        super(detail, null, false, false);
        this.verdict = new Verdict.Rejected(cause, detail);
    }

    Verdict.Rejected verdict() {
        return verdict;
    }
}
