/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.secret.Secret;
import java.util.List;
import java.util.Optional;

/**
 * The merchant's keys of one mode.
 *
 * @param webhookSecrets current first, then the previous one while a rotation is under way; empty until one is set
 */
public record OmiseAccount(
        StoreId store, Mode mode, Secret secretKey, Optional<String> publicKey, List<Secret> webhookSecrets) {}
