package io.gangway.bench.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTests {
    @Test
    void takesTheMedianOfEachValueByItself() {
        var measurement =
                Measurement.of(2500, List.of(new Sample(9, 3, 100), new Sample(5, 12, 300), new Sample(7, 4, 200)));

        assertThat(measurement).isEqualTo(new Measurement(2500, 7, 4, 200));
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        var measurement = Measurement.of(
                1, List.of(new Sample(1, 1, 1), new Sample(2, 2, 2), new Sample(4, 4, 4), new Sample(90, 90, 90)));

        assertThat(measurement).isEqualTo(new Measurement(1, 3, 3, 3));
    }

    @Test
    void comparesWithAnother() {
        var ours = new Measurement(2500, 5, 5, 4000);
        var other = new Measurement(2500, 40, 40, 16_000);

        assertThat(ours.megabytesPerSecond()).isEqualTo(500);
        assertThat(ours.timesAsFastAs(other)).isEqualTo(8);
        assertThat(ours.allocatedBeside(other)).isEqualTo(0.25);
    }

    @Test
    void tellsWhetherCostGrowsWithSize() {
        var small = new Measurement(1000, 10, 10, 1);

        assertThat(new Measurement(4000, 40, 40, 1).costPerByteBeside(small)).isEqualTo(1);
        assertThat(new Measurement(4000, 80, 80, 1).costPerByteBeside(small)).isEqualTo(2);
    }

    @Test
    void isNotMadeOfNothing() {
        assertThatThrownBy(() -> Measurement.of(1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nothing was measured.");
    }
}
