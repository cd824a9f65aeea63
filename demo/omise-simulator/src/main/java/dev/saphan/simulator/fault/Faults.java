/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.fault;

import dev.saphan.simulator.http.Disturbance;
import dev.saphan.simulator.http.ReceivedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that are waiting to strike. Kept in memory only. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** What goes wrong with this call; uses up one strike of each fault that fits. */
    public Disturbance strike(ReceivedRequest request) {
        if (!request.isApi()) {
            return Disturbance.NONE;
        }
        Map<FaultKind, Fault> struck = take(fault -> fault.strikesCall(request.method(), request.path()));
        Fault refusal = struck.get(FaultKind.HTTP_500);
        Fault latency = struck.get(FaultKind.LATENCY);
        return new Disturbance(
                refusal != null && !refusal.after(),
                refusal != null && refusal.after(),
                struck.containsKey(FaultKind.LOSE_ANSWER),
                latency == null ? Duration.ZERO : latency.delay(),
                body(struck.get(FaultKind.ODD_ANSWER)),
                body(struck.get(FaultKind.ODD_ENTRY)));
    }

    private static @Nullable String body(@Nullable Fault fault) {
        return fault == null ? null : String.valueOf(fault.body());
    }

    /** What goes wrong with a webhook of this key. */
    public Map<FaultKind, Fault> strikeWebhook(String key) {
        return take(fault -> fault.strikesWebhook(key));
    }

    /** At most one fault of a kind strikes at once, the oldest first. */
    private synchronized Map<FaultKind, Fault> take(Predicate<Fault> fits) {
        Map<FaultKind, Fault> taken = new EnumMap<>(FaultKind.class);
        List<Fault> left = new ArrayList<>();
        for (Fault fault : waiting) {
            if (fits.test(fault) && !taken.containsKey(fault.kind())) {
                taken.put(fault.kind(), fault);
                if (fault.count() > 1) {
                    left.add(fault.times(fault.count() - 1));
                }
            } else {
                left.add(fault);
            }
        }
        waiting.clear();
        waiting.addAll(left);
        return taken;
    }
}
