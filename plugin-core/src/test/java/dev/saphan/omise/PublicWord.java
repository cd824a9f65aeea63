/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

/** Nothing of the package is public; this is, so that a canary can break the rule that nobody uses it. */
public record PublicWord(String word) {}
