/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.overview.AttemptsCounted.Group;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.FailureCode;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up groups of attempts. What is still under way is no outcome. */
final class OutcomeTally {

    private final SortedMap<String, Success> byMethod = new TreeMap<>();
    private final Map<String, SortedMap<Duration, Long>> timesByMethod = new TreeMap<>();
    private final Map<FailureCode, Long> failures = new EnumMap<>(FailureCode.class);

    OutcomeTally add(List<Group> groups) {
        groups.stream().filter(group -> !group.status().isLive()).forEach(this::add);
        return this;
    }

    private void add(Group group) {
        boolean successful = group.status() == AttemptStatus.SUCCESSFUL;
        byMethod.merge(group.method(), new Success(successful ? group.count() : 0, group.count()), Success::plus);
        if (!successful) {
            failures.merge(group.failure().orElse(FailureCode.OTHER), group.count(), Long::sum);
        }
        group.tookToPay()
                .ifPresent(time -> timesByMethod
                        .computeIfAbsent(group.method(), method -> new TreeMap<>())
                        .merge(time, group.count(), Long::sum));
    }

    Success success() {
        return byMethod.values().stream().reduce(Success.NONE, Success::plus);
    }

    List<MethodSuccess> methods() {
        return byMethod.entrySet().stream()
                .map(method -> new MethodSuccess(
                        method.getKey(),
                        method.getValue(),
                        Optional.ofNullable(timesByMethod.get(method.getKey())).map(TimeToPay::of)))
                .toList();
    }

    List<FailureCount> failures() {
        return failures.entrySet().stream()
                .map(failure -> new FailureCount(failure.getKey(), failure.getValue()))
                .sorted(Comparator.comparingLong(FailureCount::attempts).reversed())
                .toList();
    }
}
