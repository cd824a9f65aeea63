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

/** What arrives for one family leaves the room of the others alone. */
class BodyRoomsTest {

    private final BodyRooms rooms = new BodyRooms(1_000, 64 * 1024 * 1024);

    @Test
    void takeWebhooksInWhateverElseArrives() {
        for (Family family : List.of(Family.BACK_OFFICE, Family.PAGES, Family.API, Family.SIGN_IN, Family.COUNTER)) {
            List<BodyRoom.Place> all = fill(family);
            all.forEach(place -> place.keep(new byte[family.longestBody() - 1], family.longestBody() - 1));
        }

        BodyRoom.Place webhook = rooms.take(Family.WEBHOOKS).orElseThrow();
        assertThat(webhook.keep(new byte[5_000], 5_000)).isTrue();
    }

    @Test
    void takeTogetherNoMoreThanTheSettingSays() {
        int places = 0;
        long bytes = 0;
        for (Family family : Family.values()) {
            if (family != Family.OTHER) {
                places += rooms.room(family).freePlaces();
                bytes += rooms.room(family).freeBytes();
            }
        }

        assertThat(places).isBetween(990, 1_000);
        assertThat(bytes).isEqualTo(64 * 1024 * 1024);
    }

    @Test
    void haveRoomForOneBodyOfEachFamilyHoweverSmallTheSetting() {
        BodyRooms small = new BodyRooms(1, 1);

        for (Family family : List.of(Family.WEBHOOKS, Family.API, Family.SIGN_IN)) {
            BodyRoom.Place place = small.take(family).orElseThrow();
            assertThat(place.keep(new byte[family.longestBody()], family.longestBody()))
                    .isTrue();
        }
    }

    private List<BodyRoom.Place> fill(Family family) {
        List<BodyRoom.Place> all = new ArrayList<>();
        for (Optional<BodyRoom.Place> place = rooms.take(family); place.isPresent(); place = rooms.take(family)) {
            all.add(place.get());
        }
        return all;
    }
}
