/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.util.function.Function;

/**
 * What came of a call to the gateway. Only {@link Ok}, {@link Declined} and {@link NotFound} are the gateway's word; the
 * others say how much is known without it.
 */
public sealed interface Answer<T> {

    /** The gateway did it, or has it. */
    record Ok<T>(T value) implements Answer<T> {}

    /** The gateway understood and refused; nothing happened there. The code is from the gateway's open list. */
    record Declined<T>(String code, String message) implements Answer<T> {}

    /** The gateway does not accept our keys (401, 403). A matter for a person; it says nothing about any payment. */
    record Denied<T>(String reason) implements Answer<T> {}

    /** Our keys are good, and under them there is no such object (404). Nothing happened there. */
    record NotFound<T>(String reason) implements Answer<T> {}

    /** The call surely did not reach the gateway, or was turned away unread (circuit open, no connection, 429). */
    record NotSent<T>(String reason) implements Answer<T> {}

    /**
     * The call went out and no usable answer came. It may have been done.
     *
     * @param unreadable whether one came, and lacks what is needed: asking again brings the same, as far as one can tell
     */
    record Unknown<T>(String reason, boolean unreadable) implements Answer<T> {

        public Unknown(String reason) {
            this(reason, false);
        }
    }

    /** Whether the gateway surely did not take the call up, so that what it asked for may be asked for again. */
    default boolean isTurnedAway() {
        return this instanceof NotSent || this instanceof Denied;
    }

    /** The same answer with another value inside. */
    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        if (this instanceof Ok<T> ok) {
            return new Ok<>(change.apply(ok.value()));
        } else if (this instanceof Declined<T> declined) {
            return new Declined<>(declined.code(), declined.message());
        } else if (this instanceof Denied<T> denied) {
            return new Denied<>(denied.reason());
        } else if (this instanceof NotFound<T> notFound) {
            return new NotFound<>(notFound.reason());
        } else if (this instanceof NotSent<T> notSent) {
            return new NotSent<>(notSent.reason());
        } else if (this instanceof Unknown<T> unknown) {
            return new Unknown<>(unknown.reason(), unknown.unreadable());
        }
        throw new IllegalStateException("An answer of no kind");
    }
}
