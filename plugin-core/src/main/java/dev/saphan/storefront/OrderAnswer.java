/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

/** What a storefront answers to a message. */
public sealed interface OrderAnswer {

    /** Done, now or before. */
    record Applied(boolean already) implements OrderAnswer {}

    /** The order is in a state that this message cannot change. Final: a person has to look. */
    record Conflict(String currentState) implements OrderAnswer {}

    /** Not now: busy, not reachable, or the order is not there yet. */
    record RetryLater(String reason) implements OrderAnswer {}

    /** The storefront does not accept our signature. Tried again, but a person has to mend it. */
    record Refused(String reason) implements OrderAnswer {}

    /** An answer that is none of the agreed ones. It is kept for a person, who can have it delivered again. */
    record Unusable(String reason) implements OrderAnswer {}
}
