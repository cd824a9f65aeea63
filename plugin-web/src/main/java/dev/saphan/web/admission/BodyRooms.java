/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import dev.saphan.settings.Limits;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A room for the bodies of each family, so that nobody keeps webhooks out by what they send elsewhere. Where a room is full
 * the body that has been arriving for longest gives way.
 */
@Wired
class BodyRooms {

    /** Webhooks come once. */
    private static final Map<Family, Integer> SIXTEENTHS = Map.of(
            Family.WEBHOOKS, 6,
            Family.API, 4,
            Family.PAGES, 2,
            Family.BACK_OFFICE, 2,
            Family.SIGN_IN, 1,
            Family.COUNTER, 1);

    private final Map<Family, BodyRoom> rooms = new EnumMap<>(Family.class);
    private final Map<Family, Arrivals> arrivals = new EnumMap<>(Family.class);

    @Inject
    BodyRooms(Limits limits) {
        this(limits.bodies().atOnce(), limits.bodies().bytesAtOnce());
    }

    BodyRooms(int bodies, long bytes) {
        Arrays.stream(Family.values()).forEach(family -> {
            int share = SIXTEENTHS.getOrDefault(family, 1);
            rooms.put(
                    family,
                    new BodyRoom(
                            Math.max(1, bodies * share / 16),
                            Math.max(family.longestBody(), bytes * share / 16),
                            family.longestBody()));
            arrivals.put(family, new Arrivals());
        });
    }

    /** Empty if there is none; a place is to be closed, whatever happens. */
    Optional<BodyRoom.Place> take(Family family) {
        BodyRoom room = room(family);
        Optional<BodyRoom.Place> place = room.take();
        return place.isEmpty() && arrivals(family).giveWay() ? room.take() : place;
    }

    /** Those that are still arriving. */
    Arrivals arrivals(Family family) {
        return Objects.requireNonNull(arrivals.get(family));
    }

    BodyRoom room(Family family) {
        return Objects.requireNonNull(rooms.get(family));
    }
}
