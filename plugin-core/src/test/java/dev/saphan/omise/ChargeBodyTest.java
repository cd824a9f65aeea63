/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.saphan.gateway.ChargeRequest;
import dev.saphan.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Omise is sent for a charge and for a refund. */
class ChargeBodyTest {

    private static final Optional<String> NO_SOURCE = Optional.empty();

    @Test
    void namesTheMoneyInMinorUnitsAndTheOrderAndWhereToComeBackTo() {
        assertThat(ChargeBody.of(request(NO_SOURCE, Optional.empty(), Optional.empty())))
                .contains(
                        entry("amount", 150_000L),
                        entry("currency", "THB"),
                        entry("return_uri", "https://pay.example/return"),
                        entry("description", "Order order-1"));
    }

    @Test
    void carriesOurIdsSoThatALostAnswerIsFoundAgain() {
        assertThat(ChargeBody.of(request(NO_SOURCE, Optional.empty(), Optional.empty())))
                .containsEntry(
                        "metadata",
                        Map.of("saphan_attempt", "att_1", "saphan_payment", "pay_1", "order_reference", "order-1"));
    }

    @Test
    void describesTheSourceWhereNoneWasMade() {
        assertThat(ChargeBody.of(request(NO_SOURCE, Optional.empty(), Optional.empty())))
                .containsEntry("source", Map.of("type", "alipay_cn", "platform_type", "WEB"));
    }

    @Test
    void namesTheSourceThatABrowserMade() {
        assertThat(ChargeBody.of(request(Optional.of("src_test_1"), Optional.empty(), Optional.empty())))
                .containsEntry("source", "src_test_1");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(ChargeBody.of(request(NO_SOURCE, Optional.empty(), Optional.empty())))
                .doesNotContainKeys("expires_at", "ip");
        assertThat(ChargeBody.of(request(
                        NO_SOURCE, Optional.of(Instant.parse("2026-03-02T05:00:00Z")), Optional.of("203.0.113.7"))))
                .contains(entry("expires_at", "2026-03-02T05:00:00Z"), entry("ip", "203.0.113.7"));
    }

    @Test
    void namesTheRefundOfOursAndWhy() {
        assertThat(ChargeBody.refund("ref_1", Money.ofMinor(500, "JPY"), "Returned"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("amount", 500L, "metadata", Map.of("saphan_refund", "ref_1", "reason", "Returned")));
    }

    private static ChargeRequest request(Optional<String> source, Optional<Instant> expiresAt, Optional<String> ip) {
        return new ChargeRequest(
                "att_1",
                "pay_1",
                "order-1",
                Money.ofMinor(150_000, "THB"),
                "alipay_cn",
                Map.of("platform_type", "WEB"),
                source,
                URI.create("https://pay.example/return"),
                expiresAt,
                ip);
    }
}
