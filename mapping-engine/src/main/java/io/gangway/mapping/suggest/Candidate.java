package io.gangway.mapping.suggest;

import java.util.List;

/** A value that a field may be filled from. */
record Candidate(TargetField target, Source source, double confidence, List<String> reasons) {
    Candidate times(double factor) {
        return new Candidate(target, source, confidence * factor, reasons);
    }
}
