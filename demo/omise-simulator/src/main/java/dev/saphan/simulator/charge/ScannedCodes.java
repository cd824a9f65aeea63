/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import dev.saphan.simulator.code.Outcome;
import dev.saphan.simulator.code.PaymentCode;
import dev.saphan.simulator.code.PaymentCodes;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.method.Method;
import dev.saphan.simulator.method.Methods;

/** The wallet behind a generated payment code answers shortly after the charge was made; a strange code has none. */
public final class ScannedCodes {

    private final Charges charges;
    private final PaymentCodes codes;
    private final Methods methods;

    public ScannedCodes(Charges charges, PaymentCodes codes, Methods methods) {
        this.charges = charges;
        this.codes = codes;
        this.methods = methods;
    }

    public void settle(Charge charge) {
        String barcode = charge.source().barcode();
        if (barcode != null && charge.isPending()) {
            codes.find(barcode).ifPresent(code -> settle(charge, code));
        }
    }

    /** Those that were not settled when the simulator died. */
    public void settleAll() {
        charges.all().stream().filter(Charge::isPending).forEach(this::settle);
    }

    private void settle(Charge charge, PaymentCode code) {
        Method method = methods.named(charge.source().type());
        try {
            if (!charge.id().equals(code.usedBy())) {
                charges.fail(charge.id(), "payment_rejected");
            } else if (code.outcome() == Outcome.APPROVE) {
                charges.pay(charge.id());
            } else if (code.outcome() == Outcome.INSUFFICIENT_FUNDS) {
                charges.fail(charge.id(), method.insufficientFunds());
            } else if (code.outcome() == Outcome.DECLINE) {
                charges.fail(charge.id(), "payment_rejected");
            }
        } catch (ApiError alreadyDecided) {
            // somebody expired or marked it in the meantime; that stands
            return;
        }
    }
}
