/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.money.Money;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.OrderLine;
import dev.saphan.store.order.Shopper;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** The body of POST /payments. Kept as it was sent, because a key may only come back with the same body. */
final class StartBody {

    private StartBody() {}

    static String of(Order order, Choice choice, StoreAddress store) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("orderReference", order.reference())
                .add("amount", money(order.total()))
                .add("channel", choice.channel())
                .add("locale", choice.language().tag())
                .add("returnUrl", store.returnUrl(order))
                .add("shopper", shopper(order.shopper(), choice))
                .add("items", items(order))
                .add("metadata", Json.createObjectBuilder().add("shop", "rim-khlong"));
        choice.method().ifPresent(method -> body.add("method", method));
        return body.build().toString();
    }

    private static JsonObjectBuilder money(Money money) {
        return Json.createObjectBuilder()
                .add("amount", money.amount())
                .add("currency", money.currency().getCurrencyCode());
    }

    private static JsonObjectBuilder shopper(Shopper shopper, Choice choice) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", shopper.name())
                .add("email", shopper.email())
                .add("platform", choice.platform());
        if (shopper.phone() != null) {
            json.add("phone", shopper.phone());
        }
        return json;
    }

    /** An item's amount is that of one piece, in minor units of the payment's currency. */
    private static JsonArrayBuilder items(Order order) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (OrderLine line : order.lines()) {
            items.add(Json.createObjectBuilder()
                    .add("name", line.name())
                    .add("quantity", line.quantity())
                    .add("amount", line.unitPrice().amount())
                    .add("sku", line.slug()));
        }
        return items;
    }
}
