/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.omise.OmiseCharge.OmiseRefund;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Omise's answers that are not charges. */
public final class OmiseLists {

    private OmiseLists() {}

    public record ChargeList(int total, List<OmiseCharge> data) {}

    public record RefundList(int total, List<OmiseRefund> data) {}

    public record OmiseError(
            @Nullable String object,
            @Nullable String code,
            @Nullable String message) {}

    public record OmiseCapability(
            @Nullable String country, @Nullable List<OmiseMethod> paymentMethods) {}

    public record OmiseMethod(String name, @Nullable List<String> currencies) {}

    public record OmiseAccountBody(
            @Nullable String id,
            @Nullable Boolean livemode,
            @Nullable String country,
            @Nullable String webhookUri) {}
}
