/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.ledger.Ids;
import dev.saphan.simulator.method.Methods;
import java.time.Clock;
import java.time.Instant;

/** Gives money back, all or a part; a full refund before the cut-off is a void. Without an amount: all that is left. */
public final class CreateRefund {

    private final Charges charges;
    private final Methods methods;
    private final Clock clock;
    private final boolean stayPending;

    public CreateRefund(Charges charges, Methods methods, Clock clock, boolean stayPending) {
        this.charges = charges;
        this.methods = methods;
        this.clock = clock;
        this.stayPending = stayPending;
    }

    public Refund create(String chargeId, Params params) {
        return charges.together(() -> {
            Charge charge = charges.get(chargeId);
            Instant now = clock.instant();
            RefundRules rules =
                    new RefundRules(charge, methods.named(charge.source().type()), now);
            long amount = params.whole("amount").orElse(charge.remaining());
            rules.check(amount);
            if (params.flag("void") && !rules.isVoid(amount)) {
                throw new ApiError(400, "failed_void", "charge can not be voided");
            }
            Refund refund = new Refund(
                    Ids.next("rfnd", charge.livemode()),
                    Ids.next("trxn", charge.livemode()),
                    amount,
                    rules.isVoid(amount),
                    !stayPending,
                    params.metadata().orElseGet(JsonObject::new),
                    now);
            charges.add(chargeId, refund);
            return refund;
        });
    }
}
