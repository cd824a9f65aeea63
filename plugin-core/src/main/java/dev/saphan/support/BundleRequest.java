/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.payment.PaymentId;
import dev.saphan.settings.Store;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle is to be about.
 *
 * @param payment one of the store, with its story
 * @param installation whether whoever asks may see what is of no single store
 * @param server what the plugin runs in
 * @param checklists further texts by file name: what the go-live checks found
 */
public record BundleRequest(
        Store store,
        Optional<PaymentId> payment,
        boolean installation,
        String server,
        Map<String, String> checklists) {}
