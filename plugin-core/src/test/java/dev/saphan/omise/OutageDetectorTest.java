/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.GatewayOutage;
import dev.saphan.gateway.GatewayRecovered;
import dev.saphan.testing.Events;
import dev.saphan.testing.StoppedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing comes through: noticed after a minute, told once, taken back. */
class OutageDetectorTest {

    private final StoppedClock clock = new StoppedClock();
    private final List<Object> told = new ArrayList<>();
    private final OutageDetector detector = new OutageDetector(Events.into(told), Events.into(told), clock);

    @Test
    void saysNothingOfCallsThatFailNowAndThen() {
        detector.answered();
        told.clear();
        for (int minute = 0; minute < 10; minute++) {
            detector.failed("circuit open");
            clock.forward(Duration.ofSeconds(59));
            detector.answered();
        }

        assertThat(told).isEmpty();
        assertThat(detector.failingSince()).isEmpty();
    }

    @Test
    void tellsOfAnOutageOnceAndOfItsEnd() {
        detector.answered();
        told.clear();
        detector.failed("too many calls at once");
        var since = detector.failingSince().orElseThrow();
        for (int second = 0; second < 180; second++) {
            detector.failed("too many calls at once");
            clock.forward(Duration.ofSeconds(1));
        }

        assertThat(told).containsExactly(new GatewayOutage(since, "too many calls at once"));
        assertThat(detector.failingSince()).contains(since);

        detector.answered();
        detector.answered();

        assertThat(told).hasSize(2);
    }

    @Test
    void tellsAgainWhileItLastsWhatAnotherNodeMayHaveTakenBack() {
        detector.answered();
        told.clear();
        for (int minute = 0; minute <= 12; minute++) {
            detector.failed("no connection");
            clock.forward(Duration.ofMinutes(1));
        }

        assertThat(told).hasSize(3).allMatch(GatewayOutage.class::isInstance);
    }

    @Test
    void bearsAClockThatIsSetBack() {
        detector.answered();
        told.clear();
        detector.failed("no connection");
        clock.forward(Duration.ofHours(-1));
        detector.failed("no connection");
        clock.forward(Duration.ofMinutes(1));
        detector.failed("no connection");

        assertThat(told).hasSize(1);
        assertThat(detector.failingSince())
                .hasValueSatisfying(since -> assertThat(since).isBefore(clock.instant()));
    }

    @Test
    void takesBackWhatANodeBeforeItMayHaveTold() {
        detector.answered();

        assertThat(told).hasSize(1);
    }

    @Test
    void tellsOfAnOutageThatLastsSinceTheStart() {
        detector.failed("no connection");
        clock.forward(Duration.ofMinutes(2));
        detector.failed("no connection");

        assertThat(told).hasSize(1).first().isInstanceOf(GatewayOutage.class);
    }

    @Test
    void callsAnOutageWhatLastsAMinute() {
        detector.failed("no connection");
        clock.forward(Duration.ofSeconds(60).minusNanos(1));
        detector.failed("no connection");
        assertThat(told).isEmpty();

        clock.forward(Duration.ofNanos(1));
        detector.failed("too many calls at once");

        assertThat(told).containsExactly(new GatewayOutage(StoppedClock.NOON, "too many calls at once"));
    }

    @Test
    void tellsAgainAfterFiveMinutesOfIt() {
        outage();
        clock.forward(Duration.ofMinutes(5).minusNanos(1));
        detector.failed("no connection");
        assertThat(told).hasSize(1);

        clock.forward(Duration.ofNanos(1));
        detector.failed("no connection");

        assertThat(told).hasSize(2);
    }

    @Test
    void tellsOfItsEndWithTheTimeOfTheAnswer() {
        outage();
        clock.forward(Duration.ofMinutes(1));
        detector.answered();

        assertThat(told).last().isEqualTo(new GatewayRecovered(clock.instant()));
        assertThat(detector.failingSince()).isEmpty();
    }

    @Test
    void tellsOfANewOutageAsSoonAsOfTheFirst() {
        outage();
        detector.answered();
        told.clear();

        outage();

        assertThat(told).containsExactly(new GatewayOutage(StoppedClock.NOON.plusSeconds(60), "no connection"));
    }

    @Test
    void writesAnOutageIntoTheLogToo() {
        try (LogLines log = LogLines.ofOmise()) {
            outage();

            assertThat(log.lines()).singleElement().asString().endsWith(": no connection");
        }
    }

    private void outage() {
        detector.failed("no connection");
        clock.forward(Duration.ofMinutes(1));
        detector.failed("no connection");
    }
}
