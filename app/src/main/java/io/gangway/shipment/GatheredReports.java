package io.gangway.shipment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the reports about one shipment say beside its events.
 *
 * @param estimate the last that tells when the delivery is expected
 * @param account the first that names an account; later ones do not move a shipment to another customer
 * @param naming the first report that names each reference
 */
record GatheredReports(@Nullable Report estimate, @Nullable Report account, TreeMap<String, Report> naming) {
    private static final int MAX_REFERENCES = 200;

    /** @param reports in order */
    static GatheredReports of(List<Report> reports) {
        Report estimate = null;
        Report account = null;
        var naming = new TreeMap<String, Report>();
        for (var report : reports) {
            if (report.estimates()) {
                estimate = report;
            }
            if (account == null && report.accountNumber() != null) {
                account = report;
            }
            for (var reference : report.references()) {
                if (naming.size() < MAX_REFERENCES) {
                    naming.putIfAbsent(reference, report);
                }
            }
        }
        return new GatheredReports(estimate, account, naming);
    }

    @Nullable
    String accountNumber() {
        return account == null ? null : account.accountNumber();
    }

    SortedSet<String> references() {
        return new TreeSet<>(naming.keySet());
    }

    /** The reports that say it. */
    Set<Report> needed() {
        var needed = new HashSet<>(naming.values());
        if (estimate != null) {
            needed.add(estimate);
        }
        if (account != null) {
            needed.add(account);
        }
        return needed;
    }
}
