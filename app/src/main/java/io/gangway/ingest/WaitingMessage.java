package io.gangway.ingest;

import io.gangway.kernel.Environment;
import io.gangway.kernel.TenantId;
import io.gangway.partner.ConnectionId;
import java.time.Instant;

/**
 * A message claimed for translation.
 *
 * @param revision the connection's count of changes of meaning, as of now
 * @param replays how often it was sent through again
 * @param sealedBody opens with the vault under the message's public id
 */
public record WaitingMessage(
        TenantId tenant,
        MessageId id,
        Instant receivedAt,
        Environment environment,
        ConnectionId connection,
        String mappingName,
        int revision,
        String correlationId,
        int attempts,
        int replays,
        byte[] sealedBody) {}
