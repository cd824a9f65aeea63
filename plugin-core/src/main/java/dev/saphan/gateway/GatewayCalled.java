/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.settings.OmiseAccount;
import java.time.Duration;
import java.time.Instant;

/**
 * A call about one charge was made, and this came of it. Fired outside any transaction.
 *
 * @param subject the attempt whose charge is made or looked for, else the charge's id
 * @param asked by the clock of the node that asked
 * @param answer a word of Omise's or of ours, never a message: a charge's status, a refund's id, an error's code
 */
public record GatewayCalled(
        OmiseAccount account, Kind kind, String subject, Instant asked, Duration took, Outcome outcome, String answer) {

    /** What was asked for. */
    public enum Kind {
        CREATE,
        /** Is there a charge with that attempt in its metadata? */
        FIND,
        READ,
        EXPIRE,
        REFUND
    }

    /** As {@link Answer}, which tells them apart. */
    public enum Outcome {
        OK,
        DECLINED,
        DENIED,
        NOT_FOUND,
        NOT_SENT,
        UNKNOWN
    }
}
