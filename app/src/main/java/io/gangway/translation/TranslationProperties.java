package io.gangway.translation;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gangway.translation.*}
 *
 * @param enabled whether this node translates
 * @param workers batches translated at the same time
 * @param batchSize messages in one transaction, at the most
 * @param linger how long a worker lets messages gather after a batch that was not full; a message that comes to an idle
 *     worker does not wait
 * @param pollInterval how long a lost signal can go unnoticed
 * @param attempts tries before a failure of the platform makes a dead letter
 */
@Validated
@ConfigurationProperties("gangway.translation")
public record TranslationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2") @Min(1) int workers,
        @DefaultValue("64") @Min(1) int batchSize,
        @DefaultValue("10ms") Duration linger,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("5") @Min(1) int attempts) {}
