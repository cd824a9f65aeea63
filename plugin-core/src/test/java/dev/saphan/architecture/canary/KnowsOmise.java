/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.architecture.canary;

import dev.saphan.omise.PublicWord;

/** Uses a word of Omise's outside its package. */
record KnowsOmise(PublicWord word) {}
