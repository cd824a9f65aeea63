/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.settings.Store;
import dev.saphan.storefront.StorefrontContact.Contact;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.RowsInMemory;
import dev.saphan.testing.SomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of a storefront: whether it is there, and what it took and did not take. */
class StorefrontContactTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Seal seal = Keyset.parse(Keyset.generate());
    private final CommandsInMemory commands = new CommandsInMemory(new RowsInMemory(), seal);
    private final List<Duration> knocked = new ArrayList<>();
    private final Storefronts storefronts = new Storefronts();

    @SuppressWarnings("NullAway")
    private final RemoteOrderPorts remote = new RemoteOrderPorts(null) {

        @Override
        Optional<String> trouble(OrderPortAddress address, Duration patience) {
            assertThat(address).isEqualTo(SomeStore.ADDRESS);
            knocked.add(patience);
            return Optional.of("ConnectException");
        }
    };

    private final StorefrontContact contact = new StorefrontContact(
            new OrderPorts(storefronts, Adapters.none(), remote), remote, commands, new NoTransactions());

    @Test
    void knowsNothingOfAStoreThatOnlyAsks() {
        assertThat(contact.of(SomeStore.thatAsks("shop"), Mode.TEST, PATIENCE))
                .isEqualTo(new Contact(false, false, Optional.empty(), Optional.empty(), 0, ""));
        assertThat(knocked).isEmpty();
    }

    @Test
    void knocksAtAnAddressForAsLongAsItMay() {
        Contact known = contact.of(SomeStore.atAnAddress("shop"), Mode.TEST, PATIENCE);

        assertThat(known.expected()).isTrue();
        assertThat(known.present()).isTrue();
        assertThat(known.trouble()).contains("ConnectException");
        assertThat(knocked).containsExactly(PATIENCE);
    }

    @Test
    void knocksNowhereWhereTheStorefrontIsInThisApplication() {
        Store store = SomeStore.atAnAddress("shop");
        storefronts.register(store.id(), message -> new OrderAnswer.Applied(false));

        assertThat(contact.of(store, Mode.TEST, PATIENCE).trouble()).isEmpty();
        assertThat(knocked).isEmpty();
    }

    @Test
    void missesAStorefrontThatIsToCome() {
        Contact known = contact.of(SomeStore.inProcess("shop"), Mode.TEST, PATIENCE);

        assertThat(known.expected()).isTrue();
        assertThat(known.present()).isFalse();
    }

    @Test
    void tellsWhatWasTakenAndWhatWasDeliveredInVain() {
        Store store = SomeStore.inProcess("shop");
        enter(store, Mode.TEST, new OrderAnswer.Applied(false), 1);
        enter(store, Mode.TEST, new OrderAnswer.Applied(false), 2);
        enter(store, Mode.TEST, new OrderAnswer.RetryLater("busy"), 3);
        enter(store, Mode.TEST, new OrderAnswer.Refused("status 401"), 4);
        enter(store, Mode.LIVE, new OrderAnswer.RetryLater("closed"), 5);
        enter(SomeStore.inProcess("other"), Mode.TEST, new OrderAnswer.Applied(false), 6);

        Contact known = contact.of(store, Mode.TEST, PATIENCE);

        assertThat(known.lastTaken()).contains(NOON.plusSeconds(2));
        assertThat(known.inVain()).isEqualTo(2);
        assertThat(known.lastAnswer()).isEqualTo("refused: status 401");
    }

    private void enter(Store store, Mode mode, OrderAnswer answer, int second) {
        Instant then = NOON.plusSeconds(second);
        OrderCommand command =
                new OrderCommand(store.id(), mode, "pay_" + second, 1, OrderMessage.PAID, "{}", seal, then);
        command.record(answer, then);
        commands.add(command);
    }
}
