package io.gangway.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes UUIDs of version 7 (RFC 9562), which sort by the millisecond of their making. */
@Component
public class Identifiers {
    private final Clock clock;
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    Identifiers(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        return generator.construct(clock.millis());
    }

    /** The millisecond that an id was made at; for ids of version 7 alone. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
