/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import java.time.Duration;
import java.util.Locale;

/** What the history has to know of a payment method. Limits in satang. */
public enum PastMethod {
    ALIPAY_CN("REDIRECT", false, 2_000, 15_000_000, 7 * 24, 365, true, "payment_rejected", "insufficient_fund"),
    ATOME_QR("QR", false, 2_000, 5_000_000, 12, 60, true, "payment_rejected", "failed_processing"),
    INSTALLMENT_PAYNEXT_EXTRA_QR(
            "QR", false, 300_000, 15_000_000, 24, 30, false, "failed_processing", "failed_processing"),
    ALIPAYPLUS_UPM("SCAN", true, 2_000, 15_000_000, 7 * 24, 365, true, "insufficient_fund", "payment_rejected"),
    BARCODE_WECHAT("SCAN", true, 2_000, 15_000_000, 7 * 24, 365, true, "insufficient_balance", "payment_cancelled");

    /** Of a hundred shoppers, those who want to pay this way. */
    private static final int[] SHARES = {44, 20, 8, 18, 10};

    private final String flow;
    private final boolean atTheTill;
    private final long least;
    private final long most;
    private final Duration life;
    private final Duration refundable;
    private final boolean inParts;
    private final String usualFailure;
    private final String otherFailure;

    PastMethod(
            String flow,
            boolean atTheTill,
            long least,
            long most,
            int hoursOfLife,
            int daysRefundable,
            boolean inParts,
            String usualFailure,
            String otherFailure) {
        this.flow = flow;
        this.atTheTill = atTheTill;
        this.least = least;
        this.most = most;
        this.life = Duration.ofHours(hoursOfLife);
        this.refundable = Duration.ofDays(daysRefundable);
        this.inParts = inParts;
        this.usualFailure = usualFailure;
        this.otherFailure = otherFailure;
    }

    /** One that takes this amount. */
    static PastMethod any(Chance chance, long amount) {
        PastMethod method = values()[chance.weighted(SHARES)];
        return method.takes(amount) ? method : ALIPAY_CN;
    }

    /** What somebody turns to when the first way did not work, with the same channel. */
    PastMethod another(Chance chance, long amount) {
        PastMethod other = atTheTill ? (this == ALIPAYPLUS_UPM ? BARCODE_WECHAT : ALIPAYPLUS_UPM) : ATOME_QR;
        return chance.percent(50) && other.takes(amount) ? other : this;
    }

    private boolean takes(long amount) {
        return amount >= least && amount <= most;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String flow() {
        return flow;
    }

    public String channel() {
        return atTheTill ? "COUNTER" : "ONLINE";
    }

    Duration life() {
        return life;
    }

    Duration refundable() {
        return refundable;
    }

    public boolean inParts() {
        return inParts;
    }

    String failure(Chance chance) {
        return chance.percent(70) ? usualFailure : otherFailure;
    }

    /** From the shopper's first look to the money, in seconds. */
    long secondsToPay(Chance chance) {
        return switch (flow) {
            case "REDIRECT" -> chance.between(35, 360);
            case "QR" -> chance.between(25, 600);
            default -> chance.between(4, 25);
        };
    }
}
