/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.ChargeRequest;
import dev.saphan.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bodies of POST /charges and POST /charges/{id}/refunds. Fields that are not set are left out. */
final class ChargeBody {

    private ChargeBody() {}

    static Map<String, Object> of(ChargeRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", request.amount().minorUnits());
        body.put("currency", request.amount().currencyCode());
        if (request.sourceId().isPresent()) {
            body.put("source", request.sourceId().get());
        } else {
            Map<String, Object> source = new LinkedHashMap<>();
            source.put("type", request.sourceType());
            source.putAll(request.sourceFields());
            body.put("source", source);
        }
        body.put("return_uri", request.returnUri().toString());
        body.put("description", "Order " + request.orderReference());
        request.expiresAt().ifPresent(time -> body.put("expires_at", time.toString()));
        request.ip().ifPresent(ip -> body.put("ip", ip));
        body.put(
                "metadata",
                Map.of(
                        OmiseMetadata.ATTEMPT,
                        request.attempt(),
                        "saphan_payment",
                        request.payment(),
                        "order_reference",
                        request.orderReference()));
        return body;
    }

    static Map<String, Object> refund(String refund, Money amount, String reason) {
        return Map.of(
                "amount", amount.minorUnits(),
                "metadata", Map.of(OmiseMetadata.REFUND, refund, "reason", reason));
    }
}
