package io.gangway.bench.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class TaskTests {
    @ParameterizedTest
    @EnumSource(Task.class)
    void isDoneAlikeByAll(Task task) {
        task.requireAgreement(Payload.SMALL);
        task.requireAgreement(Payload.MEDIUM);
    }

    @ParameterizedTest
    @EnumSource(Entrant.class)
    void givesAnObjectForEachEvent(Entrant entrant) {
        var given = JsonMapper.shared()
                .readTree(Task.EVENTS
                        .contender(entrant)
                        .transform(Payload.SMALL.documents().getFirst()));

        assertThat(entrant == Entrant.COPY ? given.path("msg").path("checkpoints") : given)
                .hasSize(5)
                .allSatisfy(event -> assertThat(event.size()).isGreaterThanOrEqualTo(8));
    }
}
