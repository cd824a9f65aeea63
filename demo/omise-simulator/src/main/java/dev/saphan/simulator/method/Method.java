/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.method;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A payment method as Omise's page about it describes it. Limits are by currency. */
public record Method(
        String type,
        String title,
        String flow,
        Map<String, Limit> limits,
        Duration life,
        Fees fees,
        Refunding refunding,
        List<String> failureCodes,
        Shape shape) {

    public List<String> currencies() {
        return limits.keySet().stream().sorted().toList();
    }

    /** The shopper shows a code and the cashier scans it. */
    public boolean isScanned() {
        return type.equals(Methods.ALIPAYPLUS_UPM) || type.equals(Methods.BARCODE_WECHAT);
    }

    /** The shopper scans a QR code. */
    public boolean hasQr() {
        return shape.qrFile() != null;
    }

    public String insufficientFunds() {
        return failureCodes.stream()
                .filter(code -> code.startsWith("insufficient"))
                .findFirst()
                .orElse("failed_processing");
    }

    /** What the failure is when the shopper says no in the wallet. */
    public String declined() {
        return List.of("payment_cancelled", "payment_rejected", "failed_processing").stream()
                .filter(failureCodes::contains)
                .findFirst()
                .orElse("failed_processing");
    }

    Method withLimits(Map<String, Limit> changed) {
        return new Method(type, title, flow, changed, life, fees, refunding, failureCodes, shape);
    }
}
