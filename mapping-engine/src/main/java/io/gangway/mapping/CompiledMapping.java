package io.gangway.mapping;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.CanonicalTypes;
import io.gangway.canonical.FaultParty;
import io.gangway.canonical.TrackingEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping that is ready to run. Immutable, safe for use by several threads. */
public final class CompiledMapping {
    private static final CanonicalType TARGET = CanonicalTypes.of(TrackingEvent.class);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<Step> steps;
    private final MappingLimits limits;
    private final DocumentReader reader;

    CompiledMapping(List<Step> steps, MappingLimits limits) {
        this.steps = List.copyOf(steps);
        this.limits = limits;
        this.reader = new DocumentReader(limits);
    }

    /**
     * Translates a payload: JSON in UTF-8. Whatever the bytes are, the answer is a result, never an exception; the party
     * at fault for a rejected payload is the partner, whose payload and mapping do not fit each other.
     */
    public MappingResult map(byte[] payload) {
        var faults = new Faults(limits.faults());
        var messages = translate(payload, faults);
        return faults.isEmpty()
                ? new MappingResult.Mapped(messages)
                : new MappingResult.Rejected(FaultParty.PARTNER, faults.toList());
    }

    private List<CanonicalMessage> translate(byte[] payload, Faults faults) {
        if (payload.length > limits.inputBytes()) {
            faults.add(
                    "too-large",
                    "#",
                    "The payload has %d bytes. At most %d are possible; send fewer events at once."
                            .formatted(payload.length, limits.inputBytes()));
            return List.of();
        }
        var text = decode(payload, faults);
        @Nullable Object document = text == null ? null : reader.read(text, faults);
        if (document == null && faults.isEmpty()) {
            faults.add("no-message", "#", "The payload is null. Send a JSON object or array with events.");
        }
        if (!faults.isEmpty()) {
            return List.of();
        }
        for (var step : steps) {
            if (document == null || (step instanceof JoltStep && !faults.isEmpty())) {
                return List.of();
            }
            document = step.apply(document, faults);
        }
        return document == null ? List.of() : read(document, faults);
    }

    private static @Nullable String decode(byte[] payload, Faults faults) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            var body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            if (body.isBlank()) {
                faults.add("empty", "#", "The payload is empty. Send a JSON object or array with events.");
                return null;
            }
            return body;
        } catch (CharacterCodingException malformed) {
            faults.add("charset", "#", "The payload is not UTF-8. Send JSON encoded as UTF-8.");
            return null;
        }
    }

    private List<CanonicalMessage> read(Object document, Faults faults) {
        var entries = Messages.of(document);
        if (entries.isEmpty()) {
            faults.addUnlessFaulty(
                    "no-message",
                    "#",
                    "The payload has no event that the mapping finds. Check whether its paths fit the payload.");
            return List.of();
        }
        if (entries.size() > limits.messages()) {
            faults.addUnlessFaulty(
                    "too-many-messages",
                    "#",
                    "The payload has %d events. At most %d are possible; send fewer at once."
                            .formatted(entries.size(), limits.messages()));
            return List.of();
        }
        var messages = new ArrayList<CanonicalMessage>();
        for (int i = 0; i < entries.size(); i++) {
            var message = CanonicalReader.read(TARGET, entries.get(i), Pointer.ROOT.child(i), faults);
            if (message != null) {
                messages.add(message);
            }
        }
        return messages;
    }
}
