/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the trail. Its row is locked while an entry is added, so numbers have no gaps and seals one order. */
@Entity
@Table(name = "audit_head")
class AuditHead {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "entry_number")
    private long number;

    private String seal;

    protected AuditHead() {}

    long number() {
        return number;
    }

    String seal() {
        return seal;
    }

    void moveTo(AuditEntry entry) {
        number = entry.number();
        seal = entry.seal();
    }
}
