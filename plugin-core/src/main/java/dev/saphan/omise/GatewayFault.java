/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

/** A call that brought no word of Omise's. The circuit breaker counts these. */
class GatewayFault extends RuntimeException {

    GatewayFault(String message) {
        super(message);
    }

    /** The connection was never made, so nothing was sent. */
    static final class NotConnected extends GatewayFault {
        NotConnected(String message) {
            super(message);
        }
    }

    /** We did not let it out: Omise is down, or too many calls are under way. */
    static final class NotLetOut extends GatewayFault {
        NotLetOut(String message) {
            super(message);
        }
    }

    /** It went out; a time-out, a reset, a 5xx or something that is not Omise's JSON came back. */
    static final class NoAnswer extends GatewayFault {
        NoAnswer(String message) {
            super(message);
        }
    }
}
