/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.saphan.method.RegisterMethods;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Keyset;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.testing.Database;
import dev.saphan.testing.Node;
import dev.saphan.testing.Steps;
import dev.saphan.testing.TestClock;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A storefront in the same application may start after the plugin, and stop before it. */
@ParameterizedClass
@EnumSource(Database.class)
class LateStorefrontTest {

    private static final StoreId SHOP = new StoreId("shop");
    private static final StoreId EXPECTED = new StoreId("expected");

    @Parameter
    Database database;

    private final List<String> told = new ArrayList<>();
    private final TestClock clock = new TestClock();
    private Node plugin;
    private Storefronts storefronts;

    @BeforeEach
    void start() {
        Map<String, String> settings = Map.of(
                "saphan.public-url", "https://pay.example/payments",
                "saphan.stores", "shop,expected",
                "saphan.store.shop.test.secret-key", "skey_test_saphandemo0000001",
                "saphan.store.expected.test.secret-key", "skey_test_saphandemo0000002",
                "saphan.store.expected.order-port.in-process", "true");
        plugin = new Node(database.open(), settings, clock, Keyset.parse(Keyset.generate()), Steps.NONE, Map.of());
        storefronts = plugin.get(Storefronts.class);
    }

    @Test
    void keepsMessagesUntilTheStorefrontThatIsExpectedComes() {
        enter(EXPECTED);
        deliverAll();
        assertThat(told).isEmpty();

        register(EXPECTED);
        deliverAll();
        deliverAll();

        assertThat(told).containsExactlyInAnyOrder(OrderMessage.PAID, OrderMessage.METHODS_REGISTERED);
    }

    @Test
    void keepsMessagesForAStorefrontThatWentAway() {
        register(SHOP).close();
        enter(SHOP);

        assertThat(waiting()).contains(OrderMessage.PAID);
    }

    @Test
    void keepsNothingForAStoreThatOnlyAsks() {
        enter(SHOP);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void tellsTheMethodsToAStorefrontThatComesLate() {
        plugin.get(RegisterMethods.class).registerAll();
        assertThat(waiting()).containsExactly(OrderMessage.METHODS_REGISTERED);

        register(SHOP);
        register(EXPECTED);
        deliverAll();

        assertThat(told).containsExactly(OrderMessage.METHODS_REGISTERED, OrderMessage.METHODS_REGISTERED);
    }

    @Test
    void shrugsAtAStorefrontOfNoConfiguredStore() {
        register(new StoreId("stranger"));

        assertThat(waiting()).isEmpty();
    }

    @Test
    void oneThatHangsLeavesTheThreadsToTheOthers() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        storefronts.register(SHOP, message -> {
            asked.countDown();
            await(answers);
            return new OrderAnswer.Applied(false);
        });
        enter(SHOP);
        enter(SHOP, 2);
        List<String> ids = select("c.id");
        CompletableFuture<Void> hanging =
                CompletableFuture.runAsync(() -> plugin.run(DeliverOrderCommand.NAME, ids.get(0)));
        await(asked);
        clock.forward(Duration.ofSeconds(2));

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> plugin.run(DeliverOrderCommand.NAME, ids.get(1)), "came back at once");

        answers.countDown();
        hanging.get(20, TimeUnit.SECONDS);
        deliverAll();
        assertThat(waiting()).as("both are told once it answers").isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the started plugin hears of it. */
    private Storefronts.Registration register(StoreId store) {
        Storefronts.Registration registration = storefronts.register(store, message -> {
            told.add(message.type());
            return new OrderAnswer.Applied(false);
        });
        plugin.get(RegisterMethods.class).welcome(store);
        return registration;
    }

    private void enter(StoreId id) {
        enter(id, 1);
    }

    private void enter(StoreId id, int payment) {
        Store store = plugin.get(Stores.class).get(id);
        plugin.get(Transactions.class)
                .run(() ->
                        plugin.get(Outbox.class).enter(store, Mode.TEST, "pay_" + payment, 1, OrderMessage.PAID, "{}"));
    }

    private void deliverAll() {
        select("c.id").forEach(id -> plugin.run(DeliverOrderCommand.NAME, id));
    }

    private List<String> waiting() {
        return select("c.type");
    }

    private List<String> select(String what) {
        EntityManager entities = plugin.entities();
        return plugin.get(Transactions.class)
                .call(() -> entities.createQuery(
                                "select " + what + " from OrderCommand c where c.status = :waiting", String.class)
                        .setParameter("waiting", OrderCommand.Status.WAITING)
                        .getResultList());
    }
}
