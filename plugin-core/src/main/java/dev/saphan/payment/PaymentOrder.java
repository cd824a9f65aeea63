/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import java.net.URI;
import java.util.Locale;

/**
 * What is to be paid, by whom it was asked, and where the shopper goes back to.
 *
 * @param metadata the storefront's own object, in JSON; echoed and not read
 */
public record PaymentOrder(
        StoreId store,
        Mode mode,
        String reference,
        Money amount,
        Channel channel,
        Locale locale,
        URI returnUrl,
        String metadata) {}
