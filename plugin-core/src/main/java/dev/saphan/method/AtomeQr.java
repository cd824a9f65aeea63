/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import static dev.saphan.method.Wallets.range;

import dev.saphan.method.PaymentDetails.Address;
import dev.saphan.method.PaymentDetails.Item;
import dev.saphan.wiring.Wired;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Atome by QR: the page or the till shows the code, the shopper scans it with the Atome app. Facts: Omise's page
 * "Atome QR". Partial refunds are not clearly stated there; taken as possible.
 */
@Wired
class AtomeQr implements PaymentMethod {

    private static final MethodDescriptor DESCRIPTOR = new MethodDescriptor(
            "atome_qr",
            Flow.QR,
            Set.of(Channel.ONLINE, Channel.COUNTER),
            Set.of("TH", "SG", "MY"),
            List.of(range("MYR", 1_000, 500_000), range("SGD", 150, 300_000), range("THB", 2_000, 5_000_000)),
            Duration.ofHours(12),
            Optional.of(new ExpiryRange(Duration.ofSeconds(30), Duration.ofHours(12))),
            Optional.empty(),
            new RefundRules(Duration.ofDays(60), true));

    @Override
    public MethodDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public void describe(SourceFields source, PaymentDetails details) {
        source.put("name", details.name())
                .put("email", details.email())
                .put("phone_number", details.phone())
                .put("items", items(details.items()))
                .put("billing", address(details.billing()))
                .put("shipping", address(details.shipping()));
    }

    private static @Nullable List<Map<String, Object>> items(@Nullable List<Item> items) {
        return items == null ? null : items.stream().map(AtomeQr::item).toList();
    }

    private static Map<String, Object> item(Item item) {
        return new SourceFields()
                .put("name", item.name())
                .put("quantity", item.quantity())
                .put("amount", item.amount())
                .put("sku", item.sku())
                .put("category", item.category())
                .put("brand", item.brand())
                .put("item_uri", item.itemUri())
                .put("image_uri", item.imageUri())
                .asMap();
    }

    private static @Nullable Map<String, Object> address(@Nullable Address address) {
        return address == null
                ? null
                : new SourceFields()
                        .put("street1", address.street1())
                        .put("street2", address.street2())
                        .put("city", address.city())
                        .put("state", address.state())
                        .put("country", address.country())
                        .put("postal_code", address.postalCode())
                        .asMap();
    }
}
