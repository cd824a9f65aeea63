/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All faults of a run, drawn from the seed before it begins. Time is cut into rounds; in each round every kind comes
 * once, in an order and at moments that the seed decides. So even the shortest run meets every kind.
 */
public record FaultPlan(List<PlannedFault> faults) {

    private static final Duration ROUND = Duration.ofSeconds(75);
    /** Before it the first orders come in; after it what was begun has some time to meet the last faults. */
    private static final double FIRST = 0.06;

    private static final double LAST = 0.88;

    public static FaultPlan draw(SplittableRandom random, Duration length, List<FaultKind> kinds) {
        List<PlannedFault> faults = new ArrayList<>();
        long rounds = Math.max(1, length.toMillis() / ROUND.toMillis());
        Duration round = length.dividedBy(rounds);
        for (int number = 0; number < rounds; number++) {
            Duration begin = round.multipliedBy(number);
            List<FaultKind> processes =
                    kinds.stream().filter(FaultKind::endsAProcess).toList();
            List<FaultKind> calls =
                    kinds.stream().filter(kind -> !kind.endsAProcess()).toList();
            faults.addAll(spread(random, processes, begin, round));
            faults.addAll(spread(random, calls, begin, round));
        }
        faults.sort(Comparator.comparing(PlannedFault::at));
        return new FaultPlan(List.copyOf(faults));
    }

    private static List<PlannedFault> spread(
            SplittableRandom random, List<FaultKind> kinds, Duration begin, Duration round) {
        List<FaultKind> order = shuffled(random, kinds);
        List<PlannedFault> faults = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            double share = FIRST + (LAST - FIRST) * (i + random.nextDouble(0.7)) / order.size();
            Duration at = begin.plusMillis((long) (round.toMillis() * share));
            faults.add(draw(random, at, order.get(i)));
        }
        return faults;
    }

    private static PlannedFault draw(SplittableRandom random, Duration at, FaultKind kind) {
        int times = kind.endsAProcess() ? 1 : random.nextInt(1, 4);
        return new PlannedFault(at, kind, times, lasts(random, kind), random.nextInt(1000));
    }

    private static Duration lasts(SplittableRandom random, FaultKind kind) {
        return Duration.ofMillis(
                switch (kind) {
                    case TIME_OUT -> random.nextInt(7000, 10_000);
                    case DELAY_WEBHOOK -> random.nextInt(3000, 12_000);
                    default -> random.nextInt(500, 3000);
                });
    }

    /** What never reached Omise is only known to be absent after minutes, so it is best tried early. */
    private static List<FaultKind> shuffled(SplittableRandom random, List<FaultKind> kinds) {
        List<FaultKind> left = new ArrayList<>(kinds);
        List<FaultKind> order = new ArrayList<>();
        if (left.remove(FaultKind.REFUSE)) {
            order.add(FaultKind.REFUSE);
        }
        while (!left.isEmpty()) {
            order.add(left.remove(random.nextInt(left.size())));
        }
        return order;
    }
}
