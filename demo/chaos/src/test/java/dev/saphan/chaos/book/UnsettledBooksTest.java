/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import static dev.saphan.chaos.book.ThreeBooks.BACK;
import static dev.saphan.chaos.book.ThreeBooks.PRICE;

import dev.saphan.chaos.book.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnsettledBooksTest {

    private final ThreeBooks books = new ThreeBooks();

    @Nested
    class Stuck {

        @Test
        void aChargeThatIsPending() {
            books.charges.add(ThreeBooks.charge("chrg_2", "att_2", "pending"));
            books.attempts.add(new PaymentBook.Attempt("att_2", "pay_1", "pending", "chrg_2"));

            books.requireFinding(Kind.STUCK, "chrg_2");
            books.requireFinding(Kind.STUCK, "att_2");
        }

        @Test
        void anAttemptWhoseOutcomeIsUnknown() {
            books.attempts.add(new PaymentBook.Attempt("att_2", "pay_1", "unknown", ""));

            books.requireFinding(Kind.STUCK, "att_2", "unknown");
        }

        @Test
        void aPaymentThatIsToBeClosed() {
            books.payments.add(new PaymentBook.Payment("pay_2", "RK-2", "open", PRICE, "THB", 0, "", true, ""));

            books.requireFinding(Kind.STUCK, "pay_2");
        }

        @Test
        void aRefundThatIsPending() {
            books.refunds.add(new PaymentBook.Refund("ref_2", "pay_1", "att_1", "", "key-2", BACK, "THB", "pending"));

            books.requireFinding(Kind.STUCK, "ref_2");
        }

        @Test
        void aMessageThatTheStoreHasNotAnswered() {
            books.commands.add(new PaymentBook.Command("cmd_2", "pay_1", "refund.updated", "waiting"));

            books.requireFinding(Kind.STUCK, "cmd_2");
        }

        @Test
        void workThatNobodyDoes() {
            books.work.add(new PaymentBook.Work("process-event", "evt_1"));

            books.requireFinding(Kind.STUCK, "process-event", "evt_1");
        }
    }

    @Nested
    class Differing {

        @Test
        void anAmount() {
            books.charges.set(0, new OmiseBook.Charge("chrg_1", "att_1", PRICE + 1, "THB", "successful"));

            books.requireFinding(Kind.DIFFERING, "chrg_1", "pay_1");
        }

        @Test
        void aStatus() {
            books.charges.add(ThreeBooks.charge("chrg_2", "att_2", "failed"));
            books.attempts.add(new PaymentBook.Attempt("att_2", "pay_1", "expired", "chrg_2"));

            books.requireFinding(Kind.DIFFERING, "chrg_2", "failed", "expired");
        }

        @Test
        void anOrderThatIsPaidWithoutMoney() {
            books.charges.set(0, ThreeBooks.charge("chrg_1", "att_1", "failed"));

            books.requireFinding(Kind.DIFFERING, "RK-1", "no successful charge");
        }

        @Test
        void aRefundThatOmiseDoesNotHave() {
            books.omiseRefunds.clear();

            books.requireFinding(Kind.DIFFERING, "ref_1", "rfnd_1");
        }

        @Test
        void aRefundInTheStore() {
            books.orders.set(
                    0,
                    new StoreBook.Order(
                            "RK-1",
                            "paid",
                            PRICE,
                            "THB",
                            "pay_1",
                            List.of(new StoreBook.Refund("ref_1", "pay_1", BACK, "pending"))));

            books.requireFinding(Kind.DIFFERING, "ref_1", "pending over " + BACK + " in the store");
        }

        @Test
        void theSumOfRefunds() {
            books.refunds.clear();
            books.omiseRefunds.clear();

            books.requireFinding(Kind.DIFFERING, "pay_1", String.valueOf(BACK));
        }
    }
}
