package io.gangway.ingest;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gangway.ingest.*}
 *
 * @param writers transactions that store messages at the same time
 * @param batchSize messages that share one transaction, at the most
 * @param queueLength messages that may wait for a writer; past it the door answers 503
 * @param bytesInFlight bytes of bodies held at one time over all requests; past it the door answers 503
 * @param endpointCache how long an endpoint and its secrets are remembered: a change takes that long to be felt
 */
@Validated
@ConfigurationProperties("gangway.ingest")
public record IngestProperties(
        @DefaultValue("2") @Min(1) int writers,
        @DefaultValue("256") @Min(1) int batchSize,
        @DefaultValue("4096") @Min(1) int queueLength,
        @DefaultValue("67108864") @Min(1) long bytesInFlight,
        @DefaultValue("5s") Duration endpointCache) {}
