package io.gangway.mapping.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gangway.canonical.CanonicalTypes;
import io.gangway.canonical.ShipmentStatus;
import io.gangway.canonical.TrackingEvent;
import io.gangway.mapping.KnownSenders;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingFault;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.MappingResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds confidence against what people wrote for the senders that come with Gangway. */
class CalibrationTests {
    private static final double SURE = 0.8;

    @Test
    void isRightWhereItIsSure() throws IOException {
        int right = 0;
        int proposed = 0;
        int found = 0;
        int wanted = 0;
        var report = new StringBuilder();
        for (var sender : KnownSenders.all()) {
            var truth = WrittenRules.of(KnownSenders.find(sender).orElseThrow()).sourcesByField();
            var suggested = suggested(sender);
            report.append("%s: one message each of '%s'%n".formatted(sender, suggested.messages()));
            for (var proposal : suggested.proposals()) {
                var sources = truth.getOrDefault(proposal.target().replace("[]", ""), Set.of()).stream()
                        .map(source -> source)
                        .toList();
                long hits = proposal.sources().stream()
                        .map(CalibrationTests::whole)
                        .filter(sources::contains)
                        .count();
                if (proposal.confidence() >= SURE) {
                    proposed += proposal.sources().size();
                    right += (int) hits;
                }
                report.append("  %s %.2f %s <- %s %s%n"
                        .formatted(
                                hits == proposal.sources().size() ? "right" : "WRONG",
                                proposal.confidence(),
                                proposal.target(),
                                proposal.sources(),
                                proposal.operation()));
            }
            for (var rule : truth.entrySet()) {
                if (rule.getValue().stream().noneMatch(source -> isNamed(source, sender))) {
                    // The rule is for what none of the samples has.
                    continue;
                }
                wanted++;
                boolean hit = suggested.proposals().stream()
                        .filter(proposal -> proposal.confidence() >= SURE)
                        .filter(proposal -> proposal.target().equals(rule.getKey())
                                || rule.getKey().equals("rawCode")
                                        && proposal.operation() instanceof ProposedOperation.Code)
                        .flatMap(proposal -> proposal.sources().stream())
                        .map(CalibrationTests::whole)
                        .anyMatch(rule.getValue()::contains);
                found += hit ? 1 : 0;
                if (!hit) {
                    report.append("  missed %s <- %s%n".formatted(rule.getKey(), rule.getValue()));
                }
            }
        }
        double precision = (double) right / proposed;
        double recall = (double) found / wanted;
        System.out.printf(
                "%sAt a confidence of %.1f: precision %.3f (%d of %d), recall %.3f (%d of %d)%n",
                report, SURE, precision, right, proposed, recall, found, wanted);
        assertThat(precision).isGreaterThanOrEqualTo(0.95);
        assertThat(recall).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void suggestsStatusesThatPeopleGave() throws IOException {
        int right = 0;
        int suggestedRows = 0;
        int rows = 0;
        for (var sender : KnownSenders.all()) {
            var known = KnownSenders.find(sender).orElseThrow();
            var truth = new MappingCompiler(MappingLimits.defaults()).compile(known.mapping(), known.toCodeLists());
            var events = new HashSet<ShipmentStatus>();
            for (var sample : samples(sender)) {
                var mapped = (MappingResult.Mapped) truth.map(sample);
                mapped.messages().forEach(event -> events.add(((TrackingEvent) event).status()));
            }
            for (var code : suggested(sender).codes()) {
                rows++;
                if (code.row().status() != ShipmentStatus.UNKNOWN) {
                    suggestedRows++;
                    right += events.contains(code.row().status()) ? 1 : 0;
                }
            }
        }
        System.out.printf("Statuses: %d of %d suggested are right, of %d codes%n", right, suggestedRows, rows);
        assertThat((double) right / suggestedRows).isGreaterThanOrEqualTo(0.95);
        assertThat((double) suggestedRows / rows).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void writesMappingsThatRunOnTheSamples() throws IOException {
        int rejections = 0;
        for (var sender : KnownSenders.all()) {
            var draft = suggested(sender).toMapping(sender, 0.6);
            var mapping = new MappingCompiler(MappingLimits.defaults()).compile(draft.mapping(), draft.toCodeLists());
            for (var sample : samples(sender)) {
                var result = mapping.map(sample);
                if (result instanceof MappingResult.Rejected rejected) {
                    // EasyPost, AfterShip and GLS tell a parcel's status once each without any event.
                    assertThat(rejected.faults())
                            .as("%s %s", sender, draft.mapping())
                            .extracting(MappingFault::code)
                            .containsExactly("no-message");
                    rejections++;
                }
            }
        }
        assertThat(rejections).isLessThanOrEqualTo(3);
    }

    private static boolean isNamed(String source, String sender) {
        var name = "\"" + source.substring(source.lastIndexOf('/') + 1) + "\"";
        try {
            return samples(sender).stream()
                    .anyMatch(sample -> new String(sample, StandardCharsets.UTF_8).contains(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An array for its items. */
    private static String whole(String source) {
        return source.endsWith("/*") ? source.substring(0, source.length() - 2) : source;
    }

    private static SuggestedMapping suggested(String sender) throws IOException {
        return (SuggestedMapping) Suggestions.of(samples(sender), CanonicalTypes.of(TrackingEvent.class));
    }

    private static List<byte[]> samples(String sender) throws IOException {
        var samples = new ArrayList<byte[]>();
        try (var cases = Files.list(Path.of("../mapping-engine/src/test/resources/mappings", sender))) {
            for (var directory :
                    cases.sorted(Comparator.comparing(Path::toString)).toList()) {
                samples.add(Files.readAllBytes(directory.resolve("input.json")));
            }
        }
        return samples;
    }
}
