/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import static dev.saphan.chaos.book.ThreeBooks.BACK;
import static dev.saphan.chaos.book.ThreeBooks.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.chaos.book.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final ThreeBooks books = new ThreeBooks();

    @Test
    void findsNothingInBooksThatAgree() {
        assertThat(books.compared().findings()).isEmpty();
    }

    @Nested
    class Lost {

        @Test
        void aChargeThatThePluginDoesNotKnow() {
            books.charges.add(ThreeBooks.charge("chrg_2", "att_2", "successful"));

            books.requireFinding(Kind.LOST, "chrg_2", "att_2");
        }

        @Test
        void aSuccessThatThePluginCallsFailed() {
            books.attempts.set(0, new PaymentBook.Attempt("att_1", "pay_1", "failed", "chrg_1"));

            books.requireFinding(Kind.LOST, "chrg_1", "failed");
        }

        @Test
        void aPaymentThatTheStoreDoesNotKnow() {
            books.orders.set(0, ThreeBooks.unpaid());

            books.requireFinding(Kind.LOST, "pay_1", "awaiting_payment");
        }

        @Test
        void aRefundThatThePluginDoesNotKnow() {
            books.omiseRefunds.add(new OmiseBook.Refund("rfnd_2", "chrg_1", "", BACK, "THB"));

            books.requireFinding(Kind.LOST, "rfnd_2");
        }

        @Test
        void aRefundThatTheStoreDoesNotKnow() {
            books.orders.set(0, new StoreBook.Order("RK-1", "paid", PRICE, "THB", "pay_1", List.of()));

            books.requireFinding(Kind.LOST, "ref_1", "store");
        }

        @Test
        void butNotWhatAPersonIsShown() {
            books.orders.set(0, ThreeBooks.unpaid());
            books.payments.set(0, ThreeBooks.paid("pay_1", "RK-1", "att_1", "order_conflict"));
            books.refunds.clear();
            books.omiseRefunds.clear();

            assertThat(books.compared().count(Kind.LOST)).isZero();
        }
    }

    @Nested
    class Doubled {

        @Test
        void twoChargesForOneAttempt() {
            books.charges.add(ThreeBooks.charge("chrg_2", "att_1", "expired"));

            books.requireFinding(Kind.DOUBLED, "att_1", "chrg_1", "chrg_2");
        }

        @Test
        void twoSuccessesOfOneOrderThatNobodyIsShown() {
            payTwice("");

            books.requireFinding(Kind.DOUBLED, "RK-1", "chrg_1", "chrg_2");
        }

        @Test
        void butNotASecondSuccessThatIsShown() {
            payTwice("duplicate_payment");

            assertThat(books.compared().findings()).isEmpty();
            assertThat(books.compared().openDuplicates()).isOne();
        }

        @Test
        void twoRefundsForOneRequest() {
            books.omiseRefunds.add(new OmiseBook.Refund("rfnd_2", "chrg_1", "ref_1", BACK, "THB"));

            books.requireFinding(Kind.DOUBLED, "ref_1", "rfnd_1", "rfnd_2");
        }

        @Test
        void twoRefundsForOneKey() {
            books.refunds.add(
                    new PaymentBook.Refund("ref_2", "pay_1", "att_1", "rfnd_2", "key-1", BACK, "THB", "succeeded"));

            books.requireFinding(Kind.DOUBLED, "key-1", "ref_1", "ref_2");
        }

        @Test
        void moreGivenBackThanWasPaid() {
            books.omiseRefunds.add(new OmiseBook.Refund("rfnd_2", "chrg_1", "", PRICE, "THB"));

            books.requireFinding(Kind.DOUBLED, "chrg_1", String.valueOf(PRICE + BACK));
        }

        @Test
        void aStoreThatWasToldTwice() {
            books.commands.add(new PaymentBook.Command("cmd_2", "pay_1", "payment.paid", "applied"));

            books.requireFinding(Kind.DOUBLED, "cmd_1", "cmd_2");
        }

        @Test
        void twoPaidPaymentsOfOneOrder() {
            books.payments.add(ThreeBooks.paid("pay_2", "RK-1", "att_2", "order_conflict"));

            books.requireFinding(Kind.DOUBLED, "pay_1", "pay_2");
        }

        private void payTwice(String attention) {
            books.charges.add(ThreeBooks.charge("chrg_2", "att_2", "successful"));
            books.attempts.add(new PaymentBook.Attempt("att_2", "pay_1", "successful", "chrg_2"));
            books.payments.set(0, ThreeBooks.paid("pay_1", "RK-1", "att_1", attention));
        }
    }
}
