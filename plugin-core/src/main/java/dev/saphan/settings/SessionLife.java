/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.time.Duration;

/**
 * How long somebody stays signed in.
 *
 * @param idle without asking for a page
 * @param longest at all
 */
public record SessionLife(Duration idle, Duration longest) {}
