/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyRoomTest {

    private final BodyRoom room = new BodyRoom(3, 100);

    @Test
    void hasRoomForSoManyAndGivesItBackOnce() {
        List<BodyRoom.Place> places = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            places.add(room.take(50).orElseThrow());
        }
        assertThat(room.take(50)).isEmpty();

        places.forEach(BodyRoom.Place::close);
        places.forEach(BodyRoom.Place::close);

        assertThat(room.freePlaces()).isEqualTo(3);
    }

    @Test
    void keepsNoMoreBytesThanThereAreForAll() {
        BodyRoom.Place first = room.take(80).orElseThrow();
        BodyRoom.Place second = room.take(80).orElseThrow();

        assertThat(first.keep(new byte[60], 60)).isTrue();
        assertThat(second.keep(new byte[60], 60)).isFalse();
        assertThat(second.keep(new byte[40], 40)).isTrue();
        first.close();
        second.close();

        assertThat(room.freeBytes()).isEqualTo(100);
    }

    @Test
    void dropsWhatIsBeyondTheLimitAndKnowsIt() {
        BodyRoom.Place place = room.take(10).orElseThrow();

        assertThat(place.keep(new byte[8], 8)).isTrue();
        assertThat(place.isTooLong()).isFalse();
        assertThat(place.keep(new byte[8], 8)).isTrue();

        assertThat(place.isTooLong()).isTrue();
        assertThat(place.bytes()).hasSize(10);
        assertThat(Optional.of(room.freeBytes())).contains(90L);
    }

    @Test
    void takesNothingForABodyThatIsOverAlready() {
        BodyRoom.Place place = room.take(10).orElseThrow();
        place.close();

        assertThat(place.keep(new byte[8], 8)).isFalse();
        assertThat(room.freeBytes()).isEqualTo(100);
    }
}
