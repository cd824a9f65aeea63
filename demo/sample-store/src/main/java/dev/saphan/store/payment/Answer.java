/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a call to the plugin. A time-out is {@link Missing}: it tells nothing about what happened there. */
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** A final no, with the plugin's stable code and words a shopper may read. */
    record Refused<T>(int status, String code, @Nullable String detail) implements Answer<T> {}

    /** Surely nothing happened; the same call may be made again after the wait. */
    record Later<T>(String code, Duration after) implements Answer<T> {}

    record Missing<T>(String why) implements Answer<T> {}
}
