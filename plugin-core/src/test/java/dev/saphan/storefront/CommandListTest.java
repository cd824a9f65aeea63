/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.message.Box;
import dev.saphan.message.MessageBatches;
import dev.saphan.message.MessageFilter;
import dev.saphan.message.RepeatMessages;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages to a storefront for somebody who looks for one, and what came of each delivery. */
@ParameterizedClass
@EnumSource(Database.class)
class CommandListTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    @Parameter
    Database database;

    private final StoreId shop = new StoreId("s" + UUID.randomUUID().toString().substring(0, 8));
    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
        plugin.omise().faults().clear();
    }

    @Test
    void tellsOfEachDeliveryWhatCameOfIt() {
        OrderCommand command = unusable();

        assertThat(repeatAll(command)).containsEntry(command.id(), true);
        eventually(() -> assertThat(read(command).status()).isEqualTo(OrderCommand.Status.APPLIED));

        assertThat(deliveries(command)).extracting(OrderDelivery::number).containsExactly(2, 1);
        assertThat(deliveries(command)).extracting(OrderDelivery::answer).containsExactly("applied", "nonsense");
        assertThat(deliveries(command))
                .allSatisfy(delivery -> assertThat(delivery.took()).isBetween(Duration.ZERO, Duration.ofMinutes(1)));
    }

    @Test
    void repeatsNothingThatWasAnsweredInTheAgreedWay() {
        OrderCommand command = unusable();
        repeatAll(command);
        eventually(() -> assertThat(read(command).status()).isEqualTo(OrderCommand.Status.APPLIED));

        assertThat(repeatAll(command)).containsEntry(command.id(), false);
        assertThat(deliveries(command)).hasSize(2);
    }

    @Test
    void narrowsByKindStateAndPayment() {
        OrderCommand command = unusable();
        MessageFilter about = about(command.subjectId());

        assertThat(ids(about.of(OrderMessage.PAID))).containsExactly(command.id());
        assertThat(ids(about.of(OrderMessage.CLOSED))).isEmpty();
        assertThat(ids(about.in("unusable"))).containsExactly(command.id());
        assertThat(ids(about.in("applied"))).isEmpty();
        assertThat(command.mode()).isEqualTo(plugin.mode());
    }

    @Test
    void goesFromTheNewestToTheOldestAndBack() {
        String first = keep("pay_1", 1);
        String second = keep("pay_2", 2);
        String third = keep("pay_3", 3);
        CommandFilter all = CommandFilter.all(shop, Mode.TEST);

        assertThat(seen(list -> list.newest(all, 2))).containsExactly(third, second);
        assertThat(seen(list -> list.olderThan(second, all, 2))).containsExactly(first);
        assertThat(seen(list -> list.newerThan(second, all, 2))).containsExactly(third);
        assertThat(seen(list -> list.olderThan("cmd_nobodys", all, 1))).containsExactly(third);
        assertThat(seen(list -> list.newerThan("cmd_nobodys", all, 1))).containsExactly(third);
    }

    @Test
    void narrowsByTimeAndNameAndShowsNothingOfAnotherStoreOrMode() {
        String first = keep("pay_1", 1);
        String second = keep("pay_2", 2);
        CommandFilter all = CommandFilter.all(shop, Mode.TEST);
        Optional<Instant> between = Optional.of(NOON.plusSeconds(2));

        assertThat(seen(list -> list.newest(period(between, Optional.empty()), 9)))
                .containsExactly(second);
        assertThat(seen(list -> list.newest(period(Optional.empty(), between), 9)))
                .containsExactly(first);
        assertThat(seen(list -> list.newest(named(Set.of(first)), 9))).containsExactly(first);
        assertThat(seen(list -> list.newest(named(Set.of()), 9))).isEmpty();
        assertThat(seen(list -> list.newest(all, 9))).containsExactly(second, first);
        assertThat(seen(list -> list.newest(CommandFilter.all(shop, Mode.LIVE), 9)))
                .isEmpty();
        assertThat(seen(list -> list.newest(CommandFilter.all(new StoreId("nobodys"), Mode.TEST), 9)))
                .isEmpty();
    }

    private String keep(String payment, long second) {
        OrderCommand command = new OrderCommand(
                shop, Mode.TEST, payment, 1, OrderMessage.PAID, "{}", plugin.get(Seal.class), NOON.plusSeconds(second));
        plugin.transactions().run(() -> plugin.get(OrderCommands.class).add(command));
        return command.id();
    }

    private CommandFilter period(Optional<Instant> from, Optional<Instant> until) {
        return new CommandFilter(
                shop, Mode.TEST, Optional.empty(), Optional.empty(), from, until, Optional.empty(), Optional.empty());
    }

    private CommandFilter named(Set<String> ids) {
        return new CommandFilter(
                shop,
                Mode.TEST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ids));
    }

    private List<String> seen(Function<CommandList, List<OrderCommand>> question) {
        return plugin.transactions()
                .call(() -> question.apply(plugin.get(CommandList.class)).stream()
                        .map(OrderCommand::id)
                        .toList());
    }

    private Map<String, Boolean> repeatAll(OrderCommand command) {
        String batch = plugin.get(RepeatMessages.class).begin(about(command.subjectId()), "an admin");
        eventually(() -> assertThat(results(batch, command)).isNotEmpty());
        return results(batch, command);
    }

    private Map<String, Boolean> results(String batch, OrderCommand command) {
        return plugin.transactions().call(() -> plugin.get(MessageBatches.class).results(batch, List.of(command.id())));
    }

    /** A message that was answered with nonsense. */
    private OrderCommand unusable() {
        Order order = Order.in(plugin).by("atome_qr");
        plugin.storefront().answerNext(order.reference(), new OrderAnswer.Unusable("nonsense"));
        PaymentId id = order.pay();
        eventually(() -> assertThat(chargeOf(order, id)).isNotNull()); // its answer may have been late
        plugin.omise().approveInWallet(Objects.requireNonNull(chargeOf(order, id)));
        eventually(() -> assertThat(list(about(id.value()).in("unusable"))).hasSize(1));
        return list(about(id.value())).get(0);
    }

    private static @Nullable String chargeOf(Order order, PaymentId id) {
        return order.view(id).attempts().get(0).chargeId();
    }

    private MessageFilter about(String payment) {
        return new MessageFilter(
                Box.COMMANDS,
                plugin.store().id(),
                plugin.mode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Set.of(payment)),
                Optional.empty());
    }

    private List<String> ids(MessageFilter filter) {
        return list(filter).stream().map(OrderCommand::id).toList();
    }

    private List<OrderCommand> list(MessageFilter filter) {
        return plugin.transactions().call(() -> plugin.get(CommandList.class).newest(filter.commands(), 100));
    }

    private OrderCommand read(OrderCommand command) {
        return plugin.transactions()
                .call(() -> plugin.get(OrderCommands.class).find(command.id()).orElseThrow());
    }

    private List<OrderDelivery> deliveries(OrderCommand command) {
        return plugin.transactions().call(() -> plugin.get(OrderCommands.class).deliveries(command.id()));
    }
}
