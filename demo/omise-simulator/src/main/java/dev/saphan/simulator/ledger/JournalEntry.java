/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import com.google.gson.JsonElement;

/** A thing on a shelf as it is from now on. */
record JournalEntry(String shelf, String id, JsonElement value) {}
