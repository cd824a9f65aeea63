/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.readiness.ReadinessCheck.Area;
import java.time.Duration;

/**
 * A finding with the check that made it.
 *
 * @param took how long the check ran
 */
public record Result(String check, Area area, Finding finding, Duration took) {}
