/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

/** What a client does, with how often beside the others. */
enum Operation {
    START(6),
    READ(2),
    PAGE(3),
    STATE(3),
    RETURN(3),
    OFFERS(2),
    SIGN_IN(1),
    HEALTH(0);

    private final int weight;

    Operation(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
