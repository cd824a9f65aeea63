/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a message keeps of what it tells and of what was answered. */
class OrderCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private final Seal seal = Keyset.parse(Keyset.generate());
    private final OrderCommand command = command("{\"id\":\"pay_1\"}");

    @Test
    void waitsFromTheMomentOfItsMaking() {
        assertThat(command.id()).startsWith("cmd_");
        assertThat(command.store()).isEqualTo(new StoreId("shop"));
        assertThat(command.mode()).isEqualTo(Mode.LIVE);
        assertThat(command.subjectId()).isEqualTo("pay_1");
        assertThat(command.createdAt()).isEqualTo(NOON);
        assertThat(command.status()).isEqualTo(OrderCommand.Status.WAITING);
        assertThat(command.deliveries()).isZero();
        assertThat(command.lastAnswer()).isNull();
        assertThat(command.answeredAt()).isEmpty();
    }

    @Test
    void tellsTheStorefrontWhatWasEntered() {
        assertThat(command.message(seal))
                .isEqualTo(new OrderMessage(command.id(), OrderMessage.PAID, 7, NOON, "{\"id\":\"pay_1\"}"));
    }

    @Test
    void countsEachDelivery() {
        command.record(new OrderAnswer.RetryLater("busy"), NOON);
        command.record(new OrderAnswer.Refused("status 401"), NOON);
        command.record(new OrderAnswer.Applied(true), NOON.plusSeconds(9));

        assertThat(command.deliveries()).isEqualTo(3);
        assertThat(command.lastAnswer()).isEqualTo("already applied");
        assertThat(command.answeredAt()).contains(NOON.plusSeconds(9));
    }

    @Test
    void keepsOfAnAnswerWhatFits() {
        command.record(new OrderAnswer.Unusable("x".repeat(200)), NOON);
        assertThat(command.lastAnswer()).isEqualTo("x".repeat(200));

        command.record(new OrderAnswer.Unusable("x".repeat(201)), NOON);
        assertThat(command.lastAnswer()).isEqualTo("x".repeat(200));
    }

    @Test
    void waitsOnWhereItWasNotAnswered() {
        command.record(new OrderAnswer.RetryLater("busy"), NOON);

        assertThat(command.deliverAgain()).isTrue();
        assertThat(command.lastAnswer()).isEqualTo("retry later: busy");
    }

    @Test
    void aDeliveryIsWrittenDownWithWhatCameOfIt() {
        assertThat(new OrderDelivery(command, NOON, Duration.ZERO).answer()).isEmpty();
        command.record(new OrderAnswer.Conflict("shipped"), NOON);

        OrderDelivery delivery = new OrderDelivery(command, NOON, Duration.ofMillis(1_500));

        assertThat(delivery.number()).isEqualTo(1);
        assertThat(delivery.deliveredAt()).isEqualTo(NOON);
        assertThat(delivery.took()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(delivery.answer()).isEqualTo("conflict: shipped");
    }

    @Test
    void aDeliveryTakesNoTimeWhereTheClockWasSetBack() {
        assertThat(new OrderDelivery(command, NOON, Duration.ofSeconds(-5)).took())
                .isZero();
    }

    private OrderCommand command(String payload) {
        return new OrderCommand(new StoreId("shop"), Mode.LIVE, "pay_1", 7, OrderMessage.PAID, payload, seal, NOON);
    }
}
