/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.code;

import dev.saphan.simulator.ledger.Ids;
import dev.saphan.simulator.ledger.Ledger;
import dev.saphan.simulator.ledger.Shelf;
import dev.saphan.simulator.method.Methods;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The generated payment codes. A code that is not here is nobody's: its charge waits until somebody marks it. */
public final class PaymentCodes {

    private final Ledger ledger;
    private final Clock clock;
    private final Shelf<PaymentCode> shelf;

    public PaymentCodes(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.shelf = ledger.shelf("codes", PaymentCode.class, PaymentCode::digits);
    }

    /**
     * A new code of {@code alipayplus_upm} (19 digits that begin with 28) or {@code barcode_wechat} (18 digits).
     */
    public PaymentCode generate(String type, Outcome outcome) {
        String digits = switch (type) {
            case Methods.ALIPAYPLUS_UPM -> Ids.digits("28", 19);
            case Methods.BARCODE_WECHAT -> Ids.digits("13", 18);
            default -> throw new IllegalArgumentException(type + " has no payment codes");
        };
        return ledger.change(() -> {
            PaymentCode code = new PaymentCode(digits, type, outcome, clock.instant(), null);
            shelf.put(code);
            return code;
        });
    }

    public Optional<PaymentCode> find(String digits) {
        return shelf.find(digits);
    }

    public List<PaymentCode> all() {
        return shelf.all();
    }

    /** Belongs into the change that makes the charge. */
    public void use(PaymentCode code, String chargeId) {
        shelf.put(code.usedBy(chargeId));
    }
}
