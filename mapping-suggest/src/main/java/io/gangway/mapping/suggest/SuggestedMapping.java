package io.gangway.mapping.suggest;

import io.gangway.canonical.CanonicalType;
import io.gangway.mapping.suggest.Frame.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a mapping of the samples would probably say. Immutable. */
public final class SuggestedMapping implements SuggestionResult {
    private static final Pattern SENDER = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final int SHOWN = 100;

    private final CanonicalType target;
    private final Frame frame;
    private final List<Source> key;
    private final List<DraftCode> codes;
    private final List<Proposal> proposals;

    SuggestedMapping(CanonicalType target, Frame frame, Codes codes) {
        this.target = target;
        this.frame = frame;
        var coded = frame.choices().stream()
                .filter(choice -> Operations.of(choice.candidate()) instanceof ProposedOperation.Code)
                .findFirst();
        this.key = coded.map(status -> codes.key(status, frame)).orElse(List.of());
        var text = frame.choices().stream()
                .filter(choice -> choice.target().path().equals("rawText"))
                .map(Choice::source)
                .findFirst();
        this.codes = key.isEmpty() ? List.of() : codes.rows(key, text);
        var all = new ArrayList<Proposal>();
        collect(frame, "", all);
        all.sort(Comparator.comparingDouble(Proposal::confidence).reversed());
        this.proposals = List.copyOf(all);
    }

    public CanonicalType target() {
        return target;
    }

    /** What seems to be one message each: a JSON pointer with {@code *}, empty if it is the whole sample. */
    public String messages() {
        return frame.root().pointer();
    }

    /** The surest first. */
    public List<Proposal> proposals() {
        return proposals;
    }

    /** The draft of the code list, if the status has to be looked up; in the order in which the samples have the codes. */
    public List<DraftCode> codes() {
        return codes;
    }

    /**
     * Fields that the message, or an object that is filled in part, can't do without and that are filled from nothing with
     * that confidence: paths as those of {@link Proposal#target()}.
     */
    public List<String> missing(double confidence) {
        var filled = new HashSet<String>();
        proposals.stream()
                .filter(proposal -> proposal.confidence() >= confidence)
                .forEach(proposal -> filled.addAll(filled(proposal.target(), proposal.operation())));
        return RequiredFields.missing(target.record(), filled);
    }

    /**
     * The text of a mapping with the proposals that are at least so sure, and its code list. It always compiles: a field
     * that the message can't do without is filled from the best value there is, however unsure; if there is none, from one
     * that no sample has. {@link MappingDraft#missing} names both. Where no value was found for a required {@code carrier},
     * the sender's name stands in.
     *
     * @param sender lower case letters, digits and hyphens, at most 50; throws {@link IllegalArgumentException} otherwise
     */
    public MappingDraft toMapping(String sender, double confidence) {
        if (!SENDER.matcher(sender).matches()) {
            throw new IllegalArgumentException(
                    "The sender's name has other characters than lower case letters, digits and hyphens, or more than 50. Write one such as 'acme'.");
        }
        return new MappingWriter(target, frame, key, sender, confidence).write(codes);
    }

    /** What an operation fills in the target. */
    static List<String> filled(String path, ProposedOperation operation) {
        return switch (operation) {
            case ProposedOperation.Money money -> List.of(path + ".minorUnits", path + ".currency");
            case ProposedOperation.Code code -> List.of(path, "rawCode");
            case ProposedOperation.Copy copy when path.equals("status") -> List.of(path, "rawCode");
            default -> List.of(path);
        };
    }

    private void collect(Frame inner, String prefix, List<Proposal> into) {
        for (var choice : inner.choices()) {
            into.add(proposal(choice, prefix));
        }
        for (var list : inner.lists()) {
            collect(list.frame(), prefix + list.list().path() + "[].", into);
        }
    }

    private Proposal proposal(Choice choice, String prefix) {
        var candidate = choice.candidate();
        var operation = Operations.of(candidate);
        boolean money = operation instanceof ProposedOperation.Money;
        var field = choice.target().object();
        var sources = operation instanceof ProposedOperation.Code ? key.stream() : Stream.of(choice.source());
        var places = sources.flatMap(source -> source.places().stream());
        var reasons = new ArrayList<>(candidate.reasons());
        if (Operations.zoneIsOpen(choice.source(), operation)) {
            reasons.add("The samples don't say a zone; UTC is used until you state the right one.");
        }
        if (money || operation instanceof ProposedOperation.Measure) {
            var quantity = candidate.counted();
            quantity.map(Quantity::reasons).ifPresent(reasons::addAll);
            places = Stream.concat(places, quantity.flatMap(Quantity::beside).map(Source::path).stream());
        }
        return new Proposal(
                prefix + (money ? choice.target().objectPath() : choice.target().path()),
                money && field != null ? field : choice.target().field(),
                places.map(SourcePath::pointer).toList(),
                operation,
                Math.round(choice.confidence() * 100) / 100.0,
                reasons,
                choice.source().texts().stream().findFirst().map(text -> Quoted.plain(text, SHOWN)),
                choice.others().stream()
                        .map(other -> new Alternative(
                                other.source().path().pointer(), Math.round(other.confidence() * 100) / 100.0))
                        .toList());
    }
}
