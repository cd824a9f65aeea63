/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.settings.OmiseAccount;

/**
 * The gateway did not accept an account's keys. Fired outside any transaction.
 *
 * @param status of the answer: 401 or 403
 */
public record GatewayDenied(OmiseAccount account, int status, String reason) {}
