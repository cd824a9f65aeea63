/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

/**
 * One thing that has to be right before a store goes live. A bean of this type is all that a new check needs, beside
 * its texts. It looks and changes nothing, must come to an end when its thread is interrupted, and may throw: that
 * counts as not known. Call it outside any transaction.
 */
public interface ReadinessCheck {

    /** What a check is about, in the order in which people read. */
    enum Area {
        OMISE,
        WEBHOOKS,
        STOREFRONT,
        INSTALLATION
    }

    /** Steady name of the check; its texts are found by it. */
    String code();

    Area area();

    /** Whether nothing can be said without keys of the mode. */
    default boolean needsKeys() {
        return area() == Area.OMISE;
    }

    Finding look(Subject subject);
}
