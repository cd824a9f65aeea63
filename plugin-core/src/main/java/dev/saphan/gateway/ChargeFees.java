/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.money.Money;

/**
 * What the gateway keeps of a charge, as the charge tells it.
 *
 * @param vat on the fee
 * @param net what is left of the charge for the merchant
 */
public record ChargeFees(Money fee, Money vat, Money net) {}
