/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.settings.OmiseAccount;

/**
 * The gateway did not accept an account's keys, or knows nothing of an object under them. Fired outside any
 * transaction.
 *
 * @param status of the answer: 401, 403 or 404
 */
public record GatewayDenied(OmiseAccount account, int status, String reason) {}
