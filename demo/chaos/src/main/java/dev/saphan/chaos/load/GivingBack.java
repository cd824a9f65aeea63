/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

/** Whether, how much and by whom the money of a paid order is given back. */
enum GivingBack {
    NOTHING,
    ALL,
    A_PART,
    TWO_PARTS,
    AT_OMISE,
    /** The shop and somebody at Omise's dashboard at the same moment. */
    BOTH_SIDES_AT_ONCE
}
