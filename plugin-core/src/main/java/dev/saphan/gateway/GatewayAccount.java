/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.util.Optional;

/**
 * The merchant's account that keys belong to.
 *
 * @param country two letters
 * @param webhookUri where the account's webhooks go, in the mode of the keys
 */
public record GatewayAccount(String id, boolean livemode, String country, Optional<String> webhookUri) {}
