/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.settings.StoreId;

/**
 * A storefront answers in a way that a person has to mend. Fired outside any transaction, after it was written down.
 *
 * @param refused the signature was refused and the message is tried again; otherwise the answer made no sense and it is
 *     not
 */
public record OrderPortTrouble(StoreId store, String command, String type, boolean refused, String answer) {}
