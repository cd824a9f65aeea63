/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * How stores do. Amounts of different currencies are never added up.
 *
 * @param money for each currency all days of the period, oldest first; today is not over
 * @param lastWeek the same weekday of last week, up to the time of day that it is now
 * @param methods those that were used, by code
 * @param failures the most frequent first
 */
public record Overview(
        Map<Currency, List<DayMoney>> money,
        DaySoFar today,
        DaySoFar lastWeek,
        List<MethodSuccess> methods,
        List<FailureCount> failures) {}
