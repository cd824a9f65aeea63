/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund.batch;

import dev.saphan.testing.RowsInMemory;
import java.util.Comparator;
import java.util.List;

/** The selections of those rows. */
final class RefundBatchesInMemory extends RefundBatches {

    private final RowsInMemory rows;

    RefundBatchesInMemory(RowsInMemory rows) {
        super(rows.entities());
        this.rows = rows;
    }

    @Override
    public List<RefundBatchItem> items(String batch) {
        return rows.all(RefundBatchItem.class).stream()
                .filter(item -> batch.equals(RowsInMemory.column(item, "batchId")))
                .sorted(Comparator.comparingInt(RefundBatchItem::position))
                .toList();
    }
}
