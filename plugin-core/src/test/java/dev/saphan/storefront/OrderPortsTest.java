/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.OrderPortAddress;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.SomeStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of the ways to a store's storefront the nearest is taken, and messages are kept where one is to come. */
class OrderPortsTest {

    private static final OrderPort REGISTERED = message -> new OrderAnswer.Applied(false);
    private static final OrderPort REMOTE = message -> new OrderAnswer.Applied(true);

    private final Storefronts storefronts = new Storefronts();
    private final List<StorefrontAdapter> adapters = new ArrayList<>();
    private final OrderPorts ports = new OrderPorts(storefronts, Adapters.of(adapters), remote());

    @Test
    void whatRegisteredGoesBeforeAnAdapterAndAnAdapterBeforeAnAddress() {
        Store store = SomeStore.atAnAddress("shop");
        StorefrontAdapter adapter = adapter("shop");
        adapters.add(adapter);

        var registration = storefronts.register(store.id(), REGISTERED);
        assertThat(ports.of(store)).containsSame(REGISTERED);

        registration.close();
        assertThat(ports.of(store)).containsSame(adapter);
        assertThat(ports.of(SomeStore.atAnAddress("other"))).containsSame(REMOTE);
        assertThat(ports.of(SomeStore.thatAsks("third"))).isEmpty();
    }

    @Test
    void adaptersAreLookedForWhenTheyAreNeededAndOnce() {
        adapters.add(adapter("shop"));
        assertThat(ports.of(SomeStore.thatAsks("shop"))).isPresent();

        adapters.clear();

        assertThat(ports.of(SomeStore.thatAsks("shop"))).isPresent();
    }

    @Test
    void messagesLeaveThisApplicationWhereNobodyInItTakesThem() {
        Store store = SomeStore.atAnAddress("shop");
        adapters.add(adapter("adapted"));

        assertThat(ports.isRemote(store)).isTrue();
        assertThat(ports.isRemote(SomeStore.thatAsks("shop"))).isFalse();
        assertThat(ports.isRemote(SomeStore.atAnAddress("adapted"))).isFalse();
        storefronts.register(store.id(), REGISTERED);
        assertThat(ports.isRemote(store)).isFalse();
    }

    @Test
    void messagesAreKeptForAStorefrontThatIsThereOrWasOrWillBe() {
        adapters.add(adapter("adapted"));
        storefronts.register(new StoreId("gone"), REGISTERED).close();

        assertThat(ports.isExpected(SomeStore.thatAsks("shop"))).isFalse();
        assertThat(ports.isExpected(SomeStore.inProcess("shop"))).isTrue();
        assertThat(ports.isExpected(SomeStore.atAnAddress("shop"))).isTrue();
        assertThat(ports.isExpected(SomeStore.thatAsks("gone"))).isTrue();
        assertThat(ports.isExpected(SomeStore.thatAsks("adapted"))).isTrue();
    }

    private static StorefrontAdapter adapter(String store) {
        return new StorefrontAdapter() {

            @Override
            public StoreId store() {
                return new StoreId(store);
            }

            @Override
            public OrderAnswer deliver(OrderMessage message) {
                return new OrderAnswer.Applied(false);
            }
        };
    }

    @SuppressWarnings("NullAway")
    private static RemoteOrderPorts remote() {
        return new RemoteOrderPorts(null) {

            @Override
            OrderPort at(OrderPortAddress address) {
                return REMOTE;
            }
        };
    }
}
