/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.job.Job.Next;
import dev.saphan.job.Lane;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.testing.Events;
import dev.saphan.testing.JobsInMemory;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.RowsInMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a message by what its storefront answers. */
class DeliverOrderCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Store SHOP = new OneStore().store();

    private final RowsInMemory rows = new RowsInMemory();
    private final Seal seal = Keyset.parse(Keyset.generate());
    private final CommandsInMemory commands = new CommandsInMemory(rows, seal);
    private final JobsInMemory jobs = new JobsInMemory();
    private final List<OrderMessage> delivered = new ArrayList<>();
    private final List<Object> conflicts = new ArrayList<>();
    private final List<Object> troubles = new ArrayList<>();
    private Optional<OrderPort> port = Optional.of(message -> new OrderAnswer.Applied(false));
    private Instant now = NOON;
    private final Clock clock = new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @SuppressWarnings("NullAway")
    private final OrderPorts ports = new OrderPorts(null, null, null) {

        @Override
        Optional<OrderPort> of(Store store) {
            return port.map(found -> message -> {
                delivered.add(message);
                return found.deliver(message);
            });
        }

        @Override
        boolean isExpected(Store store) {
            return port.isPresent();
        }
    };

    private final Outbox outbox = new Outbox(commands, ports, jobs, seal, clock);
    private final DeliverOrderCommand deliver = new DeliverOrderCommand(
            commands,
            outbox,
            ports,
            new StorefrontTurns(clock),
            new OneStore(),
            new NoTransactions(),
            Events.into(conflicts),
            Events.into(troubles),
            clock);

    @Test
    void tellsItOnceAndKeepsTheAnswer() {
        OrderCommand command = enter(1);
        assertThat(jobs.due(DeliverOrderCommand.NAME, command.id())).contains(NOON);

        assertThat(deliver.run(command.id())).isEqualTo(Next.DONE);
        assertThat(deliver.run(command.id())).isEqualTo(Next.DONE);

        assertThat(delivered).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(command.id());
            assertThat(message.type()).isEqualTo(OrderMessage.PAID);
        });
        assertThat(command.status()).isEqualTo(OrderCommand.Status.APPLIED);
        assertThat(command.lastAnswer()).isEqualTo("applied");
        assertThat(command.answeredAt()).contains(NOON);
        assertThat(command.deliveries()).isEqualTo(1);
        assertThat(conflicts).isEmpty();
        assertThat(troubles).isEmpty();
    }

    @Test
    void triesAgainAfterAPortThatThrows() {
        OrderCommand command = enter(1);
        answerWith(message -> {
            throw new IllegalStateException("the shop is broken");
        });

        assertThat(deliver.run(command.id())).isEqualTo(Next.at(NOON.plus(Duration.ofMillis(250))));

        assertThat(command.status()).isEqualTo(OrderCommand.Status.WAITING);
        assertThat(command.lastAnswer()).isEqualTo("retry later: IllegalStateException");
        assertThat(command.deliveries()).isEqualTo(1);
        answerWith(message -> new OrderAnswer.Applied(true));
        assertThat(deliver.run(command.id())).isEqualTo(Next.DONE);
        assertThat(command.lastAnswer()).isEqualTo("already applied");
    }

    @ParameterizedTest
    @CsvSource({"1,250", "2,1000", "3,5000", "4,15000", "5,60000", "6,300000", "7,900000", "8,900000", "30,900000"})
    void waitsLongerEachTime(int delivery, long millis) {
        OrderCommand command = enter(1);
        answerWith(message -> new OrderAnswer.RetryLater("busy"));

        Next next = Next.DONE;
        for (int i = 0; i < delivery; i++) {
            next = deliver.run(command.id());
        }

        assertThat(next).isEqualTo(Next.at(NOON.plusMillis(millis)));
    }

    @Test
    void keepsAMessageWhereThereIsNoPortAnyMore() {
        OrderCommand command = enter(1);
        port = Optional.empty();

        assertThat(deliver.run(command.id())).isEqualTo(Next.at(NOON.plusMillis(250)));

        assertThat(command.lastAnswer()).isEqualTo("retry later: no order port");
    }

    @Test
    void tellsThePaymentOfAConflict() {
        OrderCommand command = enter(1);
        answerWith(message -> new OrderAnswer.Conflict("cancelled"));

        assertThat(deliver.run(command.id())).isEqualTo(Next.DONE);

        assertThat(command.status()).isEqualTo(OrderCommand.Status.CONFLICT);
        assertThat(command.lastAnswer()).isEqualTo("conflict: cancelled");
        assertThat(conflicts).containsExactly(new OrderConflict("pay_1", OrderMessage.PAID, "cancelled"));
        assertThat(troubles).isEmpty();
    }

    @Test
    void raisesASignatureThatIsRefusedAndTriesAgain() {
        OrderCommand command = enter(1);
        answerWith(message -> new OrderAnswer.Refused("401"));

        assertThat(deliver.run(command.id())).isEqualTo(Next.at(NOON.plusMillis(250)));

        assertThat(command.lastAnswer()).isEqualTo("refused: 401");
        assertThat(troubles)
                .containsExactly(new OrderPortTrouble(SHOP.id(), command.id(), OrderMessage.PAID, true, "401"));
    }

    @Test
    void keepsNonsenseForAPersonWhoMayHaveItDeliveredAgain() {
        OrderCommand command = enter(1);
        answerWith(message -> new OrderAnswer.Unusable("x".repeat(300)));

        assertThat(deliver.run(command.id())).isEqualTo(Next.DONE);

        assertThat(command.status()).isEqualTo(OrderCommand.Status.UNUSABLE);
        assertThat(command.lastAnswer()).isEqualTo("x".repeat(200));
        assertThat(troubles).singleElement().isInstanceOfSatisfying(OrderPortTrouble.class, trouble -> {
            assertThat(trouble.refused()).isFalse();
            assertThat(trouble.answer()).hasSize(300);
        });
        assertThat(command.deliverAgain()).isTrue();
        assertThat(command.answeredAt()).isEmpty();
        answerWith(message -> new OrderAnswer.Applied(false));
        assertThat(deliver.run(command.id())).isEqualTo(Next.DONE);
        assertThat(command.deliverAgain()).as("it was taken").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,250", "249,250", "250,250", "1000,1000", "60000,60000", "60001,60000"})
    void waitsBehindAnotherOfTheSamePaymentAndLongerTheOlderItIs(long age, long pause) {
        enter(1);
        OrderCommand second = enter(2);
        now = NOON.plusMillis(age);

        assertThat(deliver.run(second.id())).isEqualTo(Next.at(now.plusMillis(pause)));

        assertThat(delivered).isEmpty();
    }

    @Test
    void hurriesTheNextOfThePaymentOnceItIsAnswered() {
        OrderCommand first = enter(1);
        OrderCommand second = enter(2);
        now = NOON.minusSeconds(1);

        deliver.run(first.id());

        assertThat(jobs.due(DeliverOrderCommand.NAME, second.id())).contains(now);
    }

    @Test
    void letsOthersWaitWhileOneMessageIsUnderWayForLong() {
        OrderCommand first = enter(1);
        OrderCommand other = enter(1, "pay_2");
        answerWith(message -> {
            now = NOON.plusSeconds(1);
            assertThat(deliver.run(other.id())).isEqualTo(Next.at(now.plusMillis(250)));
            return new OrderAnswer.Applied(false);
        });

        assertThat(deliver.run(first.id())).isEqualTo(Next.DONE);

        assertThat(delivered).hasSize(1);
        assertThat(rows.all(OrderDelivery.class)).singleElement().satisfies(delivery -> {
            assertThat(delivery.took()).isEqualTo(Duration.ofSeconds(1));
            assertThat(delivery.deliveredAt()).isEqualTo(NOON);
            assertThat(delivery.number()).isEqualTo(1);
            assertThat(delivery.answer()).isEqualTo("applied");
        });
    }

    @Test
    void letsOthersGoWhileOneIsUnderWayForLessThanASecond() {
        OrderCommand first = enter(1);
        OrderCommand other = enter(1, "pay_2");
        answerWith(message -> {
            if (message.id().equals(first.id())) {
                now = NOON.plusMillis(999);
                assertThat(deliver.run(other.id())).isEqualTo(Next.DONE);
            }
            return new OrderAnswer.Applied(false);
        });

        assertThat(deliver.run(first.id())).isEqualTo(Next.DONE);

        assertThat(delivered).hasSize(2);
    }

    @Test
    void hurriesThoseThatWereSentAwayOnceTheStorefrontSpeaksAgain() {
        OrderCommand first = enter(1);
        OrderCommand other = enter(1, "pay_2");
        answerWith(message -> {
            now = now.plusSeconds(10);
            return new OrderAnswer.RetryLater("HttpTimeoutException");
        });
        deliver.run(first.id());
        now = NOON.minusSeconds(1);
        answerWith(message -> new OrderAnswer.Applied(false));

        deliver.run(first.id());

        assertThat(jobs.due(DeliverOrderCommand.NAME, other.id())).contains(now);
    }

    @Test
    void keepsTheFirstOfTwoAnswersUnlessTheSecondIsAConflict() {
        OrderCommand command = enter(1);
        answerWith(message -> {
            command.record(new OrderAnswer.Applied(false), now);
            return new OrderAnswer.RetryLater("busy");
        });
        assertThat(deliver.run(command.id())).isEqualTo(Next.DONE);
        assertThat(command.deliveries()).isEqualTo(1);
        assertThat(command.status()).isEqualTo(OrderCommand.Status.APPLIED);

        OrderCommand another = enter(2);
        answerWith(message -> {
            another.record(new OrderAnswer.Applied(false), now);
            return new OrderAnswer.Conflict("cancelled");
        });
        assertThat(deliver.run(another.id())).isEqualTo(Next.DONE);
        assertThat(another.status()).isEqualTo(OrderCommand.Status.CONFLICT);
        assertThat(conflicts).hasSize(1);
    }

    @Test
    void tellsNothingToAStoreWithoutAPort() {
        port = Optional.empty();
        outbox.enter(SHOP, Mode.TEST, "pay_1", 1, OrderMessage.PAID, "{}");

        assertThat(commands.all()).isEmpty();
    }

    @Test
    void hasALaneOfItsOwnAndLeavesWhatIsGone() {
        assertThat(deliver.name()).isEqualTo("deliver-order-command");
        assertThat(deliver.lane()).isEqualTo(Lane.OUTBOUND);
        assertThat(deliver.run("cmd_nobodys")).isEqualTo(Next.DONE);
    }

    @Test
    void sealsWhatItTells() {
        OrderCommand command = enter(1);

        assertThat(command.payload(seal)).isEqualTo("{\"a\":1}");
        assertThat(command.message(seal).sequence()).isEqualTo(1);
        assertThat(outbox.hurry(SHOP.id())).containsExactly("pay_1");
    }

    private OrderCommand enter(long sequence) {
        return enter(sequence, "pay_1");
    }

    private OrderCommand enter(long sequence, String subject) {
        outbox.enter(SHOP, Mode.TEST, subject, sequence, OrderMessage.PAID, "{\"a\":1}");
        return commands.all().get(commands.all().size() - 1);
    }

    private void answerWith(OrderPort other) {
        port = Optional.of(other);
    }
}
