package io.gangway.api.problem;

import java.util.List;

/** A request whose parameters or body can't be understood; tells all faults at once. */
public class InvalidRequest extends RuntimeException {
    private final List<ProblemDocument.Fault> faults;

    public InvalidRequest(List<ProblemDocument.Fault> faults) {
        super("The request has %d fault(s).".formatted(faults.size()));
        this.faults = List.copyOf(faults);
    }

    List<ProblemDocument.Fault> faults() {
        return faults;
    }
}
