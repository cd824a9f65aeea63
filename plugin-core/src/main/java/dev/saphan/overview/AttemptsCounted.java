/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.FailureCode;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attempts that were begun within a time, counted by the database. Call it inside a transaction. */
@Wired
class AttemptsCounted {

    /** Counted by whole seconds, so that the middle one is found without sorting all of them. */
    private static final String COUNTS = "select method, status, failure_code, seconds, count(*) from (select method,"
            + " status, failure_code, case when status = 'SUCCESSFUL' then floor(extract(epoch from settled_at)"
            + " - extract(epoch from created_at)) end as seconds from attempt where account_key = ?1"
            + " and created_at >= ?2 and created_at < ?3) counted group by method, status, failure_code, seconds";

    private final EntityManager entities;

    @Inject
    AttemptsCounted(@PluginData EntityManager entities) {
        this.entities = entities;
    }

    /**
     * So many attempts that are alike.
     *
     * @param tookToPay of successful ones, in whole seconds
     */
    record Group(
            String method,
            AttemptStatus status,
            Optional<FailureCode> failure,
            Optional<Duration> tookToPay,
            long count) {}

    List<Group> begunIn(AccountKey account, Span span) {
        List<?> rows = entities.createNativeQuery(COUNTS)
                .setParameter(1, account.toString())
                .setParameter(2, Utc.of(span.from()))
                .setParameter(3, Utc.of(span.until()))
                .getResultList();
        return rows.stream().map(row -> group((@Nullable Object[]) row)).toList();
    }

    private static Group group(@Nullable Object[] row) {
        return new Group(
                String.valueOf(row[0]),
                AttemptStatus.valueOf(String.valueOf(row[1])),
                Optional.ofNullable(row[2]).map(code -> FailureCode.valueOf(code.toString())),
                number(row[3]).map(seconds -> Duration.ofSeconds(Math.max(seconds, 0))),
                number(row[4]).orElse(0L));
    }

    private static Optional<Long> number(@Nullable Object column) {
        return column instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }
}
