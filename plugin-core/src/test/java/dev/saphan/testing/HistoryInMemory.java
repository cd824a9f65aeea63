/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.history.History;
import dev.saphan.history.HistoryEntry;
import java.time.Clock;
import java.util.List;

/** The stories of those rows. */
final class HistoryInMemory extends History {

    private final RowsInMemory rows;

    HistoryInMemory(RowsInMemory rows, Clock clock) {
        super(rows.entities(), clock);
        this.rows = rows;
    }

    @Override
    public long count(String paymentId, String kind) {
        return of(paymentId).stream().filter(entry -> entry.kind().equals(kind)).count();
    }

    @Override
    public List<HistoryEntry> of(String paymentId) {
        return rows.all(HistoryEntry.class).stream()
                .filter(entry -> paymentId.equals(RowsInMemory.column(entry, "paymentId")))
                .toList();
    }
}
