/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyRoomTest {

    private final BodyRoom room = new BodyRoom(3, 100, 80);

    @Test
    void hasRoomForSoManyAndGivesItBackOnce() {
        List<BodyRoom.Place> places = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            places.add(room.take().orElseThrow());
        }
        assertThat(room.take()).isEmpty();

        places.forEach(BodyRoom.Place::close);
        places.forEach(BodyRoom.Place::close);

        assertThat(room.freePlaces()).isEqualTo(3);
    }

    @Test
    void keepsNoMoreBytesThanThereAreForAll() {
        BodyRoom.Place first = room.take().orElseThrow();
        BodyRoom.Place second = room.take().orElseThrow();

        assertThat(first.keep(new byte[60], 60)).isTrue();
        assertThat(second.keep(new byte[60], 60)).isFalse();
        assertThat(second.keep(new byte[40], 40)).isTrue();
        first.close();
        second.close();

        assertThat(room.freeBytes()).isEqualTo(100);
    }

    @Test
    void dropsWhatIsBeyondTheLimitAndKnowsIt() {
        BodyRoom small = new BodyRoom(3, 100, 10);
        BodyRoom.Place place = small.take().orElseThrow();

        assertThat(place.keep(new byte[8], 8)).isTrue();
        assertThat(place.isTooLong()).isFalse();
        assertThat(place.keep(new byte[8], 8)).isTrue();

        assertThat(place.isTooLong()).isTrue();
        assertThat(place.bytes()).hasSize(10);
        assertThat(small.freeBytes()).isEqualTo(90);
    }

    @Test
    void takesNothingForABodyThatIsOverAlready() {
        BodyRoom.Place place = room.take().orElseThrow();
        place.close();

        assertThat(place.keep(new byte[8], 8)).isFalse();
        assertThat(room.freeBytes()).isEqualTo(100);
    }
}
