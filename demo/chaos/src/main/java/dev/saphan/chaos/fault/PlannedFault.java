/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fault;

import java.time.Duration;

/**
 * One fault of the plan.
 *
 * @param at since the load began
 * @param times how often the simulator is to misbehave; 1 for a process
 * @param lasts how long an answer or webhook is late, or a process is down before it is started again
 * @param which picks a node
 */
public record PlannedFault(Duration at, FaultKind kind, int times, Duration lasts, int which) {}
