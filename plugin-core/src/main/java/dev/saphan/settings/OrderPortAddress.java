/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.secret.Secret;
import java.net.URI;

/** Where a remote storefront takes its commands, and the secret that signs them (Standard Webhooks, {@code whsec_}). */
public record OrderPortAddress(URI url, Secret signingSecret) {}
