/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear.adapter;

import dev.saphan.settings.StoreId;
import dev.saphan.storefront.OrderAnswer;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.storefront.StorefrontAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A storefront's adapter in {@code lib/} of the EAR. What it is told it shares by its class. */
@ApplicationScoped
public class Kiosk implements StorefrontAdapter {

    private static final List<OrderMessage> TOLD = new CopyOnWriteArrayList<>();

    public static List<OrderMessage> told() {
        return TOLD;
    }

    @Override
    public StoreId store() {
        return new StoreId("kiosk");
    }

    @Override
    public OrderAnswer deliver(OrderMessage message) {
        TOLD.add(message);
        return new OrderAnswer.Applied(false);
    }
}
