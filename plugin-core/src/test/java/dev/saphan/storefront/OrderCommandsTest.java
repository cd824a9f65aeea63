/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which messages are found, and in which order. Each test has stores of its own. */
@ParameterizedClass
@EnumSource(Database.class)
class OrderCommandsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final OrderAnswer APPLIED = new OrderAnswer.Applied(false);
    private static final OrderAnswer LATER = new OrderAnswer.RetryLater("busy");
    private static final OrderAnswer NONSENSE = new OrderAnswer.Unusable("status 500");

    @Parameter
    Database database;

    private final StoreId shop = store();
    private final StoreId other = store();
    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void thoseThatWaitForAStorefrontAreTheOldestFirst() {
        String second = keep(shop, "pay_1", 2, 2);
        String first = keep(shop, "pay_2", 1, 1);
        keep(shop, "pay_3", 1, 3, APPLIED);
        keep(other, "pay_1", 1, 1);

        assertThat(ids(commands -> commands.waiting(shop))).containsExactly(first, second);
    }

    @Test
    void theNextOfAPaymentIsTheNearestThatWaits() {
        String first = keep(shop, "pay_1", 1, 0);
        keep(shop, "pay_1", 2, 0, APPLIED);
        keep(shop, "pay_1", 4, 0);
        String third = keep(shop, "pay_1", 3, 0);
        String ofAnother = keep(shop, "pay_2", 5, 0);
        keep(other, "pay_2", 6, 0);

        assertThat(next(first)).contains(third);
        assertThat(next(ofAnother)).isEmpty();
    }

    @Test
    void aMessageWaitsBehindAnEarlierOneOfItsPaymentOnly() {
        String first = keep(shop, "pay_1", 1, 0);
        String second = keep(shop, "pay_1", 2, 0);
        keep(shop, "pay_2", 1, 0, APPLIED);
        String behindAnAnsweredOne = keep(shop, "pay_2", 2, 0);

        assertThat(isBehindAnother(second)).isTrue();
        assertThat(isBehindAnother(first)).isFalse();
        assertThat(isBehindAnother(behindAnAnsweredOne)).isFalse();
    }

    @Test
    void theNewestThatWasTakenTellsThatAStorefrontIsThere() {
        keep(shop, "pay_1", 1, 1, APPLIED);
        String newest = keep(shop, "pay_2", 1, 2, APPLIED);
        keep(shop, "pay_3", 1, 3, LATER);
        keep(other, "pay_4", 1, 4, APPLIED);

        assertThat(ids(commands -> commands.lastTaken(shop, Mode.TEST).stream().toList()))
                .containsExactly(newest);
        assertThat(ids(commands -> commands.lastTaken(shop, Mode.LIVE).stream().toList()))
                .isEmpty();
    }

    @Test
    void whatWasDeliveredInVainIsTheNewestFirst() {
        String older = keep(shop, "pay_1", 1, 1, LATER);
        String newer = keep(shop, "pay_2", 1, 2, LATER);
        keep(shop, "pay_3", 1, 3);
        keep(shop, "pay_4", 1, 4, LATER, APPLIED);

        assertThat(ids(commands -> commands.deliveredInVain(shop, Mode.TEST))).containsExactly(newer, older);
        assertThat(ids(commands -> commands.deliveredInVain(shop, Mode.LIVE))).isEmpty();
    }

    @Test
    void whatWasAnsweredWithNonsenseOrFourTimesNotIsInTrouble() {
        String nonsense = keep(shop, "pay_1", 1, 1, NONSENSE);
        String oftenInVain = keep(shop, "pay_2", 1, 2, LATER, LATER, LATER, LATER);
        keep(shop, "pay_3", 1, 3, LATER, LATER, LATER);
        keep(shop, "pay_4", 1, 4, LATER, LATER, LATER, LATER, APPLIED);

        assertThat(ids(commands -> commands.inTrouble().stream()
                        .filter(command -> command.store().equals(shop))
                        .toList()))
                .containsExactly(oftenInVain, nonsense);
    }

    @Test
    void countsWhatWasAnsweredWithNonsenseByStoreAndMode() {
        keep(shop, "pay_1", 1, 1, NONSENSE);
        keep(shop, "pay_2", 1, 2, NONSENSE);
        keep(shop, "pay_3", 1, 3, LATER);
        keep(other, "pay_1", 1, 1, NONSENSE);

        long inTest = ask(commands -> commands.countUnusable(shop, Mode.TEST));
        long inLive = ask(commands -> commands.countUnusable(shop, Mode.LIVE));

        assertThat(inTest).isEqualTo(2);
        assertThat(inLive).isZero();
    }

    @Test
    void whatWasToldAboutAPaymentIsInItsOrder() {
        String second = keep(shop, "pay_1", 2, 1);
        String first = keep(shop, "pay_1", 1, 2, APPLIED);
        keep(shop, "pay_2", 3, 1);
        keep(other, "pay_1", 3, 1);

        assertThat(ids(commands -> commands.about(shop, "pay_1"))).containsExactly(first, second);
    }

    @Test
    void ofManyDeliveriesTheNewestFiftyAreKept() {
        String id = keep(shop, "pay_1", 1, 0);
        for (int time = 0; time < 52; time++) {
            ask(commands -> {
                OrderCommand command = commands.lock(id);
                command.record(LATER, NOON);
                commands.delivered(command, NOON, Duration.ofMillis(7));
                return command;
            });
        }

        List<OrderDelivery> kept = ask(commands -> commands.deliveries(id));

        assertThat(kept).hasSize(50).first().satisfies(delivery -> {
            assertThat(delivery.number()).isEqualTo(52);
            assertThat(delivery.answer()).isEqualTo("retry later: busy");
        });
        assertThat(kept)
                .last()
                .satisfies(delivery -> assertThat(delivery.number()).isEqualTo(3));
    }

    @Test
    void aMessageIsReadAsItWasEntered() {
        String id = keep(shop, "pay_1", 1, 0);

        String payload = ask(commands -> commands.payload(find(commands, id)));
        OrderMessage message = ask(commands -> commands.message(find(commands, id)));
        Optional<OrderCommand> nobodys = ask(commands -> commands.find("cmd_nobodys"));

        assertThat(payload).isEqualTo("{\"a\":1}");
        assertThat(message).isEqualTo(new OrderMessage(id, OrderMessage.PAID, 1, NOON, "{\"a\":1}"));
        assertThat(nobodys).isEmpty();
    }

    private Optional<String> next(String id) {
        return ask(commands -> commands.next(find(commands, id)));
    }

    private boolean isBehindAnother(String id) {
        return ask(commands -> commands.isBehindAnother(find(commands, id)));
    }

    private String keep(StoreId store, String payment, long sequence, long second, OrderAnswer... answers) {
        return ask(commands -> {
            OrderCommand command = new OrderCommand(
                    store,
                    Mode.TEST,
                    payment,
                    sequence,
                    OrderMessage.PAID,
                    "{\"a\":1}",
                    plugin.get(Seal.class),
                    NOON.plusSeconds(second));
            for (OrderAnswer answer : answers) {
                command.record(answer, NOON.plusSeconds(second));
            }
            commands.add(command);
            return command.id();
        });
    }

    private List<String> ids(Function<OrderCommands, List<OrderCommand>> question) {
        return ask(question).stream().map(OrderCommand::id).toList();
    }

    private <T> T ask(Function<OrderCommands, T> question) {
        return plugin.transactions().call(() -> question.apply(plugin.get(OrderCommands.class)));
    }

    private static OrderCommand find(OrderCommands commands, String id) {
        return commands.find(id).orElseThrow();
    }

    private static StoreId store() {
        return new StoreId("s" + UUID.randomUUID().toString().substring(0, 8));
    }
}
