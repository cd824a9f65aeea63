/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Refuses a transaction that reads something of payments and locks one afterwards: what it has read stays as it was before
 * the lock. One that has locked a payment may read and lock what it likes.
 */
final class LockedFirst {

    private static final Set<Object> UNDER_THE_LOCK = Set.of(Payment.class, Attempt.class);

    private boolean hasLocked;
    private boolean hasRead;

    void next(String method, Object[] arguments) {
        List<Object> about = arguments == null ? List.of() : Arrays.asList(arguments);
        if (hasLocked || about.stream().noneMatch(UNDER_THE_LOCK::contains)) {
            return;
        }
        hasLocked = method.equals("find") && about.contains(LockModeType.PESSIMISTIC_WRITE);
        if (hasLocked && hasRead) {
            throw new AssertionError("Read payments before it locked one");
        }
        hasRead = true;
    }
}
