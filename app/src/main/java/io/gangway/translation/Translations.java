package io.gangway.translation;

import io.gangway.canonical.FaultParty;
import io.gangway.ingest.MessageId;
import io.gangway.ingest.MessageOutcome;
import io.gangway.ingest.Messages;
import io.gangway.ingest.WaitingMessage;
import io.gangway.kernel.CrossTenant;
import io.gangway.kernel.CrossTenantDatabase;
import io.gangway.platform.Correlation;
import io.gangway.platform.StageTimes;
import io.gangway.registry.UnmappedCode;
import io.gangway.registry.UnmappedCodes;
import io.gangway.shipment.MessageReading;
import io.gangway.shipment.Shipments;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;

/**
 * Translates claimed messages: one transaction holds the claim, the events, the folded shipments and the outcomes, so
 * that a crash at any point leaves the messages waiting and nothing done by half.
 */
@Service
@CrossTenant("workers translate messages of every tenant")
class Translations {
    private static final Logger log = LoggerFactory.getLogger(Translations.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final CrossTenantDatabase database;
    private final Messages messages;
    private final MessageReader reader;
    private final Shipments shipments;
    private final UnmappedCodes unmappedCodes;
    private final TranslationProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer translateTime;
    private final Timer recordTime;
    private final Timer visibleTime;

    Translations(
            CrossTenantDatabase database,
            Messages messages,
            MessageReader reader,
            Shipments shipments,
            UnmappedCodes unmappedCodes,
            TranslationProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.database = database;
        this.messages = messages;
        this.reader = reader;
        this.shipments = shipments;
        this.unmappedCodes = unmappedCodes;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        this.translateTime = StageTimes.of("translate", meters);
        this.recordTime = StageTimes.of("record", meters);
        this.visibleTime = StageTimes.of("received-to-visible", meters);
    }

    /** Translates the next batch; returns how many messages it had, zero if none waits. */
    int translateNext() {
        var claimed = new ArrayList<WaitingMessage>();
        try {
            return translate(properties.batchSize(), claimed);
        } catch (RuntimeException failed) {
            if (claimed.isEmpty()) {
                throw failed;
            }
            log.warn("A batch of {} messages failed; they are tried one by one. {}", claimed.size(), failed.toString());
            return translateOneByOne(claimed.size());
        }
    }

    /** So that a message that can't be handled stands in nobody's way. */
    private int translateOneByOne(int count) {
        for (int i = 0; i < count; i++) {
            var claimed = new ArrayList<WaitingMessage>();
            try {
                if (translate(1, claimed) == 0) {
                    return count;
                }
            } catch (RuntimeException failed) {
                if (claimed.isEmpty()) {
                    throw failed;
                }
                giveWay(claimed.getFirst(), failed);
            }
        }
        return count;
    }

    private int translate(int most, List<WaitingMessage> claimed) {
        var outcomes = database.write(() -> {
            claimed.addAll(messages.claim(most));
            return claimed.isEmpty() ? List.<MessageOutcome>of() : process(claimed);
        });
        outcomes.forEach(this::report);
        return outcomes.size();
    }

    private List<MessageOutcome> process(List<WaitingMessage> claimed) {
        var readings = new ArrayList<Reading>();
        for (var message : claimed) {
            var sample = Timer.start();
            readings.add(reader.read(message));
            sample.stop(translateTime);
        }
        var said = readings.stream().flatMap(Translations::said).toList();
        var sample = Timer.start();
        noteUnmappedCodes(readings);
        var recorded = shipments.record(said);
        recorded.forEach(this::reportRefused);
        var outcomes =
                readings.stream().map(reading -> outcome(reading, recorded)).toList();
        messages.finish(outcomes);
        sample.stop(recordTime);
        return outcomes;
    }

    /** What a message says of shipments, in place of what earlier readings of it said. */
    private static Stream<MessageReading> said(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood -> Stream.of(understood.said());
            case Reading.Empty empty -> Stream.of(empty.said());
            case Reading.Failed failed -> Stream.of();
        };
    }

    private void reportRefused(UUID message, Shipments.Recorded recorded) {
        if (recorded.refused() > 0) {
            meters.counter("gangway.events.refused").increment(recorded.refused());
            log.warn(
                    "Message {}: {} events were not recorded, since too much is known of their tracking numbers already.",
                    new MessageId(message),
                    recorded.refused());
        }
    }

    private void noteUnmappedCodes(List<Reading> readings) {
        var sightings = readings.stream()
                .flatMap(reading -> reading instanceof Reading.Understood understood
                        ? understood.unmappedCodes().stream()
                        : Stream.of())
                .toList();
        var reread = readings.stream()
                .map(Reading::message)
                .filter(message -> message.replays() > 0)
                .map(message ->
                        new UnmappedCode.Reread(message.tenant(), message.id().value()))
                .toList();
        unmappedCodes.note(sightings, reread);
    }

    private static MessageOutcome outcome(Reading reading, Map<UUID, Shipments.Recorded> recorded) {
        return switch (reading) {
            case Reading.Understood(var message, var said, var faults, var codes) -> {
                var newEvents = Objects.requireNonNull(recorded.get(message.id().value()))
                        .fresh();
                var events = said.events().size();
                yield faults.isEmpty()
                        ? new MessageOutcome.Translated(message, said.mappingVersion(), events, newEvents)
                        : new MessageOutcome.PartlyTranslated(
                                message, said.mappingVersion(), events, newEvents, FaultParty.PARTNER, faults);
            }
            case Reading.Empty(var message, var said) ->
                new MessageOutcome.NothingToReport(message, said.mappingVersion());
            case Reading.Failed(var message, var mappingVersion, var party, var faults) ->
                new MessageOutcome.Dead(message, mappingVersion, party, faults);
        };
    }

    /** A failure of ours: the message waits longer each time, and becomes a dead letter when that has not helped. */
    private void giveWay(WaitingMessage message, RuntimeException failed) {
        var attempt = message.attempts() + 1;
        if (attempt < properties.attempts()) {
            var delay = waitAfter(attempt);
            log.warn("Message {} failed at attempt {}; tried again in {}.", message.id(), attempt, delay, failed);
            database.write(() -> {
                messages.postpone(message, delay);
                return delay;
            });
            return;
        }
        log.error(
                "Message {} failed {} times; parked as dead letter, replay it under Dead letters.",
                message.id(),
                attempt,
                failed);
        var dead = new MessageOutcome.Dead(
                message,
                null,
                FaultParty.PLATFORM,
                List.of(new MessageOutcome.Fault(
                        "translation-failed",
                        "",
                        "The platform failed %d times at this message, not the message itself. It can be replayed once the cause is fixed; the log has it under correlation id %s."
                                .formatted(attempt, message.correlationId()))));
        database.write(() -> {
            messages.finish(List.of(dead));
            return dead;
        });
        report(dead);
    }

    /** Doubles from 2 seconds on. */
    static Duration waitAfter(int attempt) {
        var doublings = Math.min(attempt, 30);
        var wait = Duration.ofSeconds(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void report(MessageOutcome outcome) {
        var message = outcome.message();
        try (var correlation = new Correlation(message.correlationId()).open();
                var tenant = MDC.putCloseable("tenantId", message.tenant().toString());
                var id = MDC.putCloseable("messageId", message.id().toString())) {
            switch (outcome) {
                case MessageOutcome.Translated translated -> {
                    meters.counter("gangway.messages.translated").increment();
                    visibleTime.record(Duration.between(message.receivedAt(), clock.instant()));
                    log.info("Translated into {} events, {} of them new", translated.events(), translated.newEvents());
                }
                case MessageOutcome.PartlyTranslated partly -> {
                    meters.counter("gangway.messages.partly-translated").increment();
                    visibleTime.record(Duration.between(message.receivedAt(), clock.instant()));
                    log.warn(
                            "Translated in part, into {} events, {} of them new; the rest could not be read: {}",
                            partly.events(),
                            partly.newEvents(),
                            codes(partly.faults()));
                }
                case MessageOutcome.NothingToReport nothing -> {
                    meters.counter("gangway.messages.nothing-to-report").increment();
                    log.info("Had nothing to report");
                }
                case MessageOutcome.Dead dead -> {
                    meters.counter(
                                    "gangway.messages.dead",
                                    "party",
                                    dead.party().name())
                            .increment();
                    log.warn("Became a dead letter: {}", codes(dead.faults()));
                }
            }
        }
    }

    private static Set<String> codes(List<MessageOutcome.Fault> faults) {
        var codes = new HashSet<String>();
        faults.forEach(fault -> codes.add(fault.code()));
        return codes;
    }

    /** What was made of a message's bytes. */
    sealed interface Reading {
        WaitingMessage message();

        /**
         * @param faults of events that could not be read
         * @param unmappedCodes codes that nobody has given a meaning
         */
        record Understood(
                WaitingMessage message,
                MessageReading said,
                List<MessageOutcome.Fault> faults,
                List<UnmappedCode.Sighting> unmappedCodes)
                implements Reading {}

        /** There is nothing in it for us. */
        record Empty(WaitingMessage message, MessageReading said) implements Reading {}

        record Failed(
                WaitingMessage message,
                @Nullable UUID mappingVersion,
                FaultParty party,
                List<MessageOutcome.Fault> faults)
                implements Reading {}
    }
}
