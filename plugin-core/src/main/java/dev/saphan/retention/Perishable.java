/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.retention;

import java.time.Duration;

/**
 * Rows that are kept for a while only. Each feature produces one for what it keeps.
 *
 * @param name for the log
 * @param id the entity's id attribute, a text
 * @param old JPQL condition on entity {@code e} that says since {@code :before} it is no longer needed
 * @param kept how long it is needed
 */
public record Perishable(String name, Class<?> entity, String id, String old, Duration kept) {}
