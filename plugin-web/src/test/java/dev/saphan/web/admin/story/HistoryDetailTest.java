/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was written for all languages alike is taken apart for one of them. */
class HistoryDetailTest {

    private final HistoryDetail detail = new HistoryDetail();

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    HistoryDetailTest() {
        detail.words = new PlainWords();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            payment.opened | THB 120.00 key 4f6a2c… | story.detail.key[<THB 120.00>, <4f6a2c…>]
            payment.opened | THB 120.00 | <THB 120.00>
            payment.channel_changed | online to counter | story.detail.changed[<online>, <counter>]
            payment.language_changed | en to zh-Hant | story.detail.changed[<en>, <zh-Hant>]
            payment.return_changed | https://shop.example/orders/2 | https://shop.example/orders/2
            payment.paid | JPY 1200 by alipay_cn | story.detail.paid_by[<JPY 1200>, <alipay_cn>]
            payment.paid | after it was closed | story.detail.after_closed[]
            payment.closed | cancelled | status.cancelled
            attempt.started | atome_qr | <atome_qr>
            attempt.failed | alipay_cn chrg_test_1 insufficient_fund | <alipay_cn> · <chrg_test_1> · <insufficient_fund>
            attempt.unknown | status 500 | story.detail.no_answer[<status 500>]
            shopper.redirected | alipay_cn | <alipay_cn>
            refund.requested | THB 50.00 ถ้วย แตก 3 ใบ | story.detail.refund_reason[<THB 50.00>, <ถ้วย แตก 3 ใบ>]
            refund.succeeded | THB 50.00 rfnd_test_1 | <THB 50.00> · <rfnd_test_1>
            refund.succeeded | THB 50.00 as a void rfnd_test_1 | story.detail.as_void[<THB 50.00>]
            refund.not_sent | THB 50.00 | <THB 50.00>
            refund.refused | failed_refund: no money | failed_refund: no money
            attention.settled | late_payment | attention.late_payment.title
            attention.duplicate_payment | charge chrg_1 paid it again | story.detail.paid_again[<chrg_1>]
            attention.late_payment | paid after it was closed; the money goes back | story.detail.goes_back[]
            attention.order_conflict | payment.paid met an order that is gone | story.detail.conflict[<payment.paid>, <gone>]
            attention.refund_failed | ref_1 over THB 5.00 | story.detail.failed_refund[<ref_1>, <THB 5.00>]
            attention.dispute_lost | THB 5.00 at stake, charge chrg_1 | story.detail.at_stake[<THB 5.00>, <chrg_1>]
            dispute.withdrawn | chrg_1 | chrg_1
            """)
    void isToldInTheReadersWords(String kind, String written, String told) {
        assertThat(detail.of(kind, written)).isEqualTo(told);
    }

    @Test
    void namesBothSidesOfAMismatch() {
        assertThat(detail.of("attention.amount_mismatch", "asked THB 1.00 test, charge chrg_1 says THB 2.00 live"))
                .isEqualTo("story.detail.mismatch[<THB 1.00>, <test>, <chrg_1>, <THB 2.00>, <live>]");
    }

    @Test
    void isNothingWhereNothingWasWritten() {
        assertThat(detail.of("shopper.opened", "")).isEmpty();
    }

    private static final class PlainWords extends StoryWords {

        @Override
        String of(String key, Object... arguments) {
            return key + Arrays.toString(arguments);
        }

        @Override
        String ofOr(String key, String otherwise) {
            return key;
        }

        @Override
        String term(String written) {
            return "<" + written + ">";
        }
    }
}
