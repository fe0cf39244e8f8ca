package io.gangway.translation;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.FaultParty;
import io.gangway.canonical.TrackingEvent;
import io.gangway.credential.Vault;
import io.gangway.ingest.MessageOutcome;
import io.gangway.ingest.WaitingMessage;
import io.gangway.mapping.MappingFault;
import io.gangway.mapping.MappingResult;
import io.gangway.mapping.MappingSpecInvalid;
import io.gangway.registry.ActiveMapping;
import io.gangway.registry.ActiveMappings;
import io.gangway.registry.UnmappedCode;
import io.gangway.shipment.MessageReading;
import io.gangway.translation.Translations.Reading;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens a message's bytes and runs the active mapping over them. */
@Component
class MessageReader {
    /** Each package's way is folded on its own, so their number is what a message costs. */
    private static final int MAX_PACKAGES = 1_000;

    private final Vault vault;
    private final ActiveMappings mappings;

    MessageReader(Vault vault, ActiveMappings mappings) {
        this.vault = vault;
        this.mappings = mappings;
    }

    Reading read(WaitingMessage message) {
        var body = vault.open(message.tenant(), message.id().toString(), message.sealedBody());
        try {
            return mappings.find(message.tenant(), message.connection(), message.mappingName(), message.revision())
                    .map(mapping -> run(message, mapping, body))
                    .orElseGet(() -> noActiveMapping(message));
        } catch (MappingSpecInvalid invalid) {
            // It was checked when saved: since then its code lists, or the rules for mappings, have changed.
            return new Reading.Failed(message, null, FaultParty.PARTNER, faults(invalid.faults()));
        }
    }

    private static Reading run(WaitingMessage message, ActiveMapping mapping, byte[] body) {
        var version = mapping.version().value();
        return switch (mapping.compiled().map(body)) {
            case MappingResult.Mapped mapped -> understood(message, mapping, mapped);
            case MappingResult.NothingToReport() -> new Reading.Empty(message, said(message, mapping, List.of()));
            case MappingResult.Rejected(var party, var faults) ->
                new Reading.Failed(message, version, party, faults(faults));
        };
    }

    private static List<MessageOutcome.Fault> faults(List<MappingFault> faults) {
        return faults.stream()
                .map(fault -> new MessageOutcome.Fault(fault.code(), fault.pointer(), fault.detail()))
                .toList();
    }

    private static Reading understood(WaitingMessage message, ActiveMapping mapping, MappingResult.Mapped mapped) {
        var canonical = mapped.messages();
        var events = canonical.stream()
                .filter(TrackingEvent.class::isInstance)
                .map(TrackingEvent.class::cast)
                .toList();
        if (events.size() < canonical.size()) {
            return new Reading.Failed(
                    message,
                    mapping.version().value(),
                    FaultParty.PARTNER,
                    List.of(new MessageOutcome.Fault(
                            "no-event",
                            "",
                            "The mapping '%s' does not make tracking events, which are all that a webhook is taken for. Give it the target 'tracking-event/1'."
                                    .formatted(message.mappingName()))));
        }
        var packages = events.stream()
                .flatMap(event -> event.packageNumbers().stream())
                .distinct()
                .count();
        if (packages > MAX_PACKAGES) {
            return new Reading.Failed(
                    message,
                    mapping.version().value(),
                    FaultParty.PARTNER,
                    List.of(new MessageOutcome.Fault(
                            "too-many-packages",
                            "",
                            "The message names %d packages; at most %d are taken at once. Send them in several messages."
                                    .formatted(packages, MAX_PACKAGES))));
        }
        return new Reading.Understood(
                message,
                said(message, mapping, events),
                faults(mapped.faults()),
                mapped.unmappedCodes().stream()
                        .map(code -> sighting(message, code, canonical))
                        .distinct()
                        .toList());
    }

    private static UnmappedCode.Sighting sighting(
            WaitingMessage message, io.gangway.mapping.UnmappedCode code, List<CanonicalMessage> canonical) {
        var text = code.message() >= 0 && canonical.get(code.message()) instanceof TrackingEvent event
                ? event.rawText()
                : null;
        return new UnmappedCode.Sighting(
                message.tenant(),
                message.connection(),
                code.list(),
                code.key(),
                message.id().value(),
                message.receivedAt(),
                text);
    }

    private static MessageReading said(WaitingMessage message, ActiveMapping mapping, List<TrackingEvent> events) {
        return new MessageReading(
                message.tenant(),
                message.environment(),
                message.connection(),
                message.id().value(),
                message.receivedAt(),
                message.correlationId(),
                mapping.version().value(),
                message.revision(),
                events);
    }

    private static Reading noActiveMapping(WaitingMessage message) {
        return new Reading.Failed(
                message,
                null,
                FaultParty.PARTNER,
                List.of(new MessageOutcome.Fault(
                        "no-active-mapping",
                        "",
                        "No version of mapping '%s' is active on this connection. Have one approved, then let an operator replay the message."
                                .formatted(message.mappingName()))));
    }
}
