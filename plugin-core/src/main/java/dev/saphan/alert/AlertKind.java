/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import java.util.Locale;

/** What kind of trouble it is. */
public enum AlertKind {
    /** A payment wants attention: its detail names the kind and both sides of it. */
    PAYMENT_ATTENTION,
    /** Omise does not accept the keys (401, 403). */
    GATEWAY_DENIED,
    /** Nothing has come through to Omise and back for a while. */
    GATEWAY_OUTAGE,
    /** Omise refused an amount that lies within our limits of a method: its detail names the setting to change. */
    AMOUNT_REFUSED,
    /** The storefront does not accept the signature of our messages (401). */
    STOREFRONT_DENIED,
    /** The storefront answered a message with something that is no agreed answer; it is no longer delivered. */
    STOREFRONT_UNUSABLE,
    /** Work used up its error budget and is no longer tried. */
    WORK_GIVEN_UP;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
