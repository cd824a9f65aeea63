/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

/** A storefront answered that it cannot apply a message. Fired inside the transaction that records the answer. */
public record OrderConflict(String subjectId, String messageType, String currentState) {}
