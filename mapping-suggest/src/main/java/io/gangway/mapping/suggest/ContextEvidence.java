package io.gangway.mapping.suggest;

import java.util.List;
import java.util.Set;

/** Whether a value stands where values of a field stand: the consignee's city is not the place of an event. */
record ContextEvidence(NameEvidence names) {
    private static final Set<String> PARTIES = Set.of(
            "consignee",
            "shipper",
            "shipTo",
            "shipFrom",
            "billTo",
            "returnTo",
            "returnFrom",
            "exporter",
            "importer",
            "location",
            "origin",
            "destination");
    private static final Set<String> OF_PARTIES = Set.of(
            "consignee",
            "shipper",
            "origin",
            "destination",
            "seller",
            "bill",
            "return",
            "exporter",
            "importer",
            "warehouse");
    private static final Set<String> FIRM =
            Set.of("contact", "deliveryWindow", "window", "measuredDimensions", "customs", "recipient");

    /** A factor from 0 to 1. */
    double of(Source source, TargetField target, SourcePath root, List<String> phrase) {
        double factor = 1;
        boolean party = false;
        for (var object : target.objects()) {
            if (PARTIES.contains(object)) {
                party = true;
                factor *= asParty(source, object);
            } else if (object.equals("place")) {
                factor *= asPlace(source, root);
            } else if (FIRM.contains(object)) {
                factor *= names.says(source.name(), object) > 0 ? 1 : 0.7;
            }
        }
        if (!party && namesParty(source, phrase)) {
            factor *= 0.4;
        }
        return factor;
    }

    private double asParty(Source source, String object) {
        double said = names.says(source.name(), object);
        if (said > 0) {
            return said;
        }
        return namesParty(source, List.of()) ? 0.3 : 0.7;
    }

    private double asPlace(Source source, SourcePath root) {
        if (names.says(source.name(), "place") > 0) {
            return 1;
        }
        if (source.path().startsWith(root) && source.path().size() == root.size() + 1) {
            return root.endsWithEach() ? 1 : 0.85;
        }
        return 0.55;
    }

    private static boolean namesParty(Source source, List<String> phrase) {
        return OF_PARTIES.stream()
                .anyMatch(word -> !phrase.contains(word) && source.name().anywhere(word));
    }
}
