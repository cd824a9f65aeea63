/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.time.Duration;

/**
 * How long what is kept. The books themselves (payments, attempts, refunds and their story) are kept for good.
 *
 * @param personalData names, addresses, phone numbers and mails of shoppers, after their payment's last change
 * @param events webhooks as they came, once processed
 * @param orderCommands messages that the storefront applied
 * @param qrImages pictures of codes, after the attempt was made
 * @param settledAlerts alerts that a person settled
 * @param reconciliations comparisons of the books with what they found
 */
public record Retention(
        Duration personalData,
        Duration events,
        Duration orderCommands,
        Duration qrImages,
        Duration settledAlerts,
        Duration reconciliations) {}
