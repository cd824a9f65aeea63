/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long a store has not heard from Omise, against what is usual there. Only time counts in which a charge waited for
 * its outcome: at night nobody expects a webhook.
 *
 * <ol>
 *   <li>Between each two webhooks that followed one another, the time in which charges waited is added up.
 *   <li>Usual is what 19 of 20 of these times do not exceed. Fewer than {@link #ENOUGH} of them tell nothing.
 *   <li>The time since the last webhook, reckoned likewise, is unusual if it is more than twice that and more than
 *       {@link #NEGLIGIBLE}.
 * </ol>
 *
 * @param last when the last webhook came
 * @param waited how long charges waited since then
 * @param usual what 19 of 20 times between webhooks did not exceed
 */
public record WebhookSilence(Instant last, Duration waited, Duration usual) {

    static final int ENOUGH = 20;
    static final Duration NEGLIGIBLE = Duration.ofMinutes(15);

    private static final int USUALLY = 95;

    /**
     * Empty if there is too little to judge by.
     *
     * @param webhooks their times, oldest first
     */
    static Optional<WebhookSilence> reckon(List<Instant> webhooks, List<Wait> waits, Instant now) {
        List<Wait> apart = Wait.together(waits);
        SortedMap<Duration, Long> gaps = new TreeMap<>();
        for (int i = 1; i < webhooks.size(); i++) {
            Duration waited = waited(apart, webhooks.get(i - 1), webhooks.get(i));
            if (!waited.isZero()) {
                gaps.merge(waited, 1L, Long::sum);
            }
        }
        if (gaps.values().stream().mapToLong(Long::longValue).sum() < ENOUGH) {
            return Optional.empty();
        }
        Instant last = webhooks.get(webhooks.size() - 1);
        return Optional.of(new WebhookSilence(last, waited(apart, last, now), TimeToPay.percentile(gaps, USUALLY)));
    }

    private static Duration waited(List<Wait> apart, Instant begin, Instant end) {
        return apart.stream().map(wait -> wait.within(begin, end)).reduce(Duration.ZERO, Duration::plus);
    }

    public boolean isUnusual() {
        return waited.compareTo(usual.multipliedBy(2)) > 0 && waited.compareTo(NEGLIGIBLE) > 0;
    }
}
