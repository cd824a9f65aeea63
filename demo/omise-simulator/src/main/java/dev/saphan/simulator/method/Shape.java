/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.method;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How answers of a method look: fields that are absent, the QR's file name, the tail of the authorize_uri. */
public record Shape(
        Set<String> chargeOmits,
        Set<String> sourceOmits,
        boolean zeroInterest,
        @Nullable String qrFile,
        @Nullable String authorizeTail) {}
