/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Books that agree: one order, paid and partly refunded, until a test falsifies them. */
final class ThreeBooks {

    static final long PRICE = 240_000;
    static final long BACK = 60_000;

    final List<OmiseBook.Charge> charges = new ArrayList<>(List.of(charge("chrg_1", "att_1", "successful")));
    final List<OmiseBook.Refund> omiseRefunds =
            new ArrayList<>(List.of(new OmiseBook.Refund("rfnd_1", "chrg_1", "ref_1", BACK, "THB")));
    final List<PaymentBook.Payment> payments = new ArrayList<>(List.of(paid("pay_1", "RK-1", "att_1", "")));
    final List<PaymentBook.Attempt> attempts =
            new ArrayList<>(List.of(new PaymentBook.Attempt("att_1", "pay_1", "successful", "chrg_1")));
    final List<PaymentBook.Refund> refunds = new ArrayList<>(
            List.of(new PaymentBook.Refund("ref_1", "pay_1", "att_1", "rfnd_1", "key-1", BACK, "THB", "succeeded")));
    final List<PaymentBook.Command> commands =
            new ArrayList<>(List.of(new PaymentBook.Command("cmd_1", "pay_1", "payment.paid", "applied")));
    final List<PaymentBook.Work> work = new ArrayList<>();
    final List<StoreBook.Order> orders = new ArrayList<>(List.of(new StoreBook.Order(
            "RK-1",
            "paid",
            PRICE,
            "THB",
            "pay_1",
            List.of(new StoreBook.Refund("ref_1", "pay_1", BACK, "succeeded")))));

    static OmiseBook.Charge charge(String id, String attempt, String status) {
        return new OmiseBook.Charge(id, attempt, PRICE, "THB", status);
    }

    static PaymentBook.Payment paid(String id, String order, String by, String attention) {
        return new PaymentBook.Payment(id, order, "paid", PRICE, "THB", BACK, by, false, attention);
    }

    static StoreBook.Order unpaid() {
        return new StoreBook.Order("RK-1", "awaiting_payment", PRICE, "THB", "", List.of());
    }

    Comparison.Result compared() {
        return Comparison.of(new Books(
                new OmiseBook(charges, omiseRefunds),
                new PaymentBook(payments, attempts, refunds, commands, work),
                new StoreBook(orders)));
    }

    void requireFinding(Finding.Kind kind, String... words) {
        assertThat(compared().findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.what()).contains(words);
        });
    }
}
