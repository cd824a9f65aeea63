/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What can go back right now.
 *
 * @param remaining what is left, pending refunds counted as gone
 * @param full whether all that is left can go back; if not, nothing can
 * @param partial whether a part of it can
 * @param voidLikelyUntil until when a full refund is expected to become a void, by our reckoning
 * @param refundableUntil end of the method's window
 * @param reason why nothing can go back
 */
public record RefundQuote(
        Money remaining,
        boolean full,
        boolean partial,
        Optional<Instant> voidLikelyUntil,
        Optional<Instant> refundableUntil,
        Optional<ErrorCode> reason) {}
