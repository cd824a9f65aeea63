/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A charge to be made. Either the fields of a source, or the id of one that a browser made with the public key.
 *
 * @param attempt written into the charge's metadata, so that a lost answer can be found again
 * @param expiresAt where the method allows it
 */
public record ChargeRequest(
        String attempt,
        String payment,
        String orderReference,
        Money amount,
        String sourceType,
        Map<String, Object> sourceFields,
        Optional<String> sourceId,
        URI returnUri,
        Optional<Instant> expiresAt,
        Optional<String> ip) {}
