/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.payment.FailureCode;

/** So many attempts did not succeed, for that reason. */
public record FailureCount(FailureCode reason, long attempts) {}
