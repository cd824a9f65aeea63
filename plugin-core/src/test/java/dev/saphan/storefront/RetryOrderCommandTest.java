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
import dev.saphan.testing.JobsInMemory;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.RowsInMemory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A person may have delivered again what was not answered in the agreed way. */
class RetryOrderCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private final Seal seal = Keyset.parse(Keyset.generate());
    private final CommandsInMemory commands = new CommandsInMemory(new RowsInMemory(), seal);
    private final JobsInMemory jobs = new JobsInMemory();
    private final RetryOrderCommand retry =
            new RetryOrderCommand(commands, jobs, new NoTransactions(), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void hurriesOneWhoseNextTryIsFarAway() {
        OrderCommand command = answered(new OrderAnswer.RetryLater("busy"));
        jobs.schedule(DeliverOrderCommand.NAME, command.id(), NOON.plusSeconds(900));
        assertThat(retry.due(command.id())).contains(NOON.plusSeconds(900));

        assertThat(retry.retry(command.id())).isTrue();

        assertThat(retry.due(command.id())).contains(NOON);
    }

    @Test
    void deliversAgainWhatWasAnsweredWithNonsense() {
        OrderCommand command = answered(new OrderAnswer.Unusable("status 500"));
        assertThat(retry.due(command.id())).as("nothing is planned").isEmpty();

        assertThat(retry.retry(command.id())).isTrue();

        assertThat(retry.due(command.id())).contains(NOON);
        assertThat(command.status()).isEqualTo(OrderCommand.Status.WAITING);
    }

    @Test
    void leavesWhatWasAnsweredInTheAgreedWay() {
        OrderCommand taken = answered(new OrderAnswer.Applied(false));
        OrderCommand refused = answered(new OrderAnswer.Conflict("shipped"));

        assertThat(retry.retry(taken.id())).isFalse();
        assertThat(retry.retry(refused.id())).isFalse();

        assertThat(retry.due(taken.id())).isEmpty();
        assertThat(retry.due(refused.id())).isEmpty();
    }

    @Test
    void knowsNoMessageOfAnotherName() {
        assertThat(retry.retry("cmd_nobodys")).isFalse();
        assertThat(retry.due("cmd_nobodys")).isEmpty();
    }

    private OrderCommand answered(OrderAnswer answer) {
        OrderCommand command = new OrderCommand(
                new StoreId("shop"), Mode.TEST, "pay_1", commands.all().size(), OrderMessage.PAID, "{}", seal, NOON);
        command.record(answer, NOON);
        commands.add(command);
        return command;
    }
}
