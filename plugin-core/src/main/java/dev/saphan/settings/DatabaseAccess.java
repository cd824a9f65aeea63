/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.time.Duration;

/**
 * How much of the database this node takes.
 *
 * @param atOnce most transactions at once; fewer than the pool has connections, since work is taken, and health asked for,
 *     beside them
 * @param longestWait how long one may wait for its turn before its caller is told to come again
 * @param longestStatement how long the database may be silent within a transaction
 */
public record DatabaseAccess(int atOnce, Duration longestWait, Duration longestStatement) {}
