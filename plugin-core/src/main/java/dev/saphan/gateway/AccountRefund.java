/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

/** A refund in the list of the whole account, with the charge that it belongs to. */
public record AccountRefund(String chargeId, GatewayRefund refund) {}
