package io.gangway.ops;

import io.gangway.canonical.FaultParty;
import io.gangway.ingest.MessageId;
import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import java.time.Instant;

/**
 * A message that could not be translated, or not as a whole, and why.
 *
 * @param partly whether some of its events were recorded
 * @param endedAt when it was read last
 * @param fault the first of its faults, in words
 */
public record DeadLetter(
        TenantId partner,
        String partnerName,
        MessageId message,
        Environment environment,
        String endpointName,
        Instant receivedAt,
        Instant endedAt,
        boolean partly,
        FaultParty party,
        String code,
        String fault,
        int replays,
        String correlationId) {}
