package io.gangway.ops;

import io.gangway.ingest.Messages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code gangway_inbox_age_seconds}: how long the oldest waiting message has waited; asked when metrics are read. */
@Component
class InboxMeters {
    InboxMeters(Messages messages, MeterRegistry meters) {
        Gauge.builder("gangway.inbox.age", messages, inbox -> inbox.queueAge().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(meters);
    }
}
