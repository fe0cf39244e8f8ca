package io.gangway.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How long each stage of a message's way takes: {@code gangway_stage_seconds{stage=…}}, with percentiles. */
public final class StageTimes {
    private StageTimes() {}

    public static Timer of(String stage, MeterRegistry meters) {
        return Timer.builder("gangway.stage")
                .tag("stage", stage)
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }
}
