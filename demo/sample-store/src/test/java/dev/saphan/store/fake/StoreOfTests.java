/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.fake;

import dev.saphan.store.cart.Cart;
import dev.saphan.store.cart.Carts;
import dev.saphan.store.catalogue.Product;
import dev.saphan.store.catalogue.Products;
import dev.saphan.store.database.Schema;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.Orders;
import dev.saphan.store.order.PlaceOrder;
import dev.saphan.store.order.Shopper;
import dev.saphan.store.payment.CancelOrder;
import dev.saphan.store.payment.Choice;
import dev.saphan.store.payment.HeardPayments;
import dev.saphan.store.payment.PaymentStarts;
import dev.saphan.store.payment.Payments;
import dev.saphan.store.payment.PaymentsConnection;
import dev.saphan.store.payment.RecordPayment;
import dev.saphan.store.payment.RefreshPayment;
import dev.saphan.store.payment.SendStart;
import dev.saphan.store.payment.SettleOrder;
import dev.saphan.store.payment.StartPayment;
import dev.saphan.store.payment.StoreAddress;
import dev.saphan.store.region.Region;
import dev.saphan.store.secret.RandomToken;
import dev.saphan.store.visitor.Language;
import dev.saphan.store.visitor.Visitor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/** The whole store without its pages, on a database in memory, facing the stand-in for the plugin. */
public final class StoreOfTests implements AutoCloseable {

    public final FakePlugin plugin = new FakePlugin(0);
    public final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T03:00:00Z"));
    public final List<Duration> pauses = new ArrayList<>();
    public final Jdbi jdbi;
    public final Products products;
    public final Carts carts;
    public final Orders orders;
    public final PlaceOrder placeOrder;
    public final PaymentStarts starts;
    public final HeardPayments heard;
    public final SettleOrder settleOrder;
    public final SendStart sendStart;
    public final StartPayment startPayment;
    public final CancelOrder cancelOrder;
    public final RefreshPayment refreshPayment;
    private final JdbcConnectionPool pool;

    public StoreOfTests() {
        pool = JdbcConnectionPool.create("jdbc:h2:mem:" + RandomToken.create() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(30);
        jdbi = Schema.migrate(pool);
        products = new Products(jdbi);
        carts = new Carts(jdbi, products, clock);
        orders = new Orders(jdbi, clock);
        placeOrder = new PlaceOrder(jdbi, clock);
        starts = new PaymentStarts(jdbi, clock);
        heard = new HeardPayments(jdbi, clock);
        settleOrder = new SettleOrder(orders, starts);
        RecordPayment recordPayment = new RecordPayment(orders, heard, starts, settleOrder);
        Payments payments = new Payments(new PaymentsConnection(
                URI.create(plugin.url() + "/api/v1/"), Optional.of("key"), Duration.ofSeconds(5)));
        sendStart = new SendStart(jdbi, payments, starts, recordPayment, pauses::add, clock);
        startPayment = new StartPayment(jdbi, orders, starts, sendStart, new StoreAddress("http://localhost:8070"));
        cancelOrder = new CancelOrder(jdbi, orders, payments, starts, startPayment, recordPayment);
        refreshPayment = new RefreshPayment(jdbi, payments, heard, recordPayment, clock);
    }

    public Visitor visitor() {
        return new Visitor(
                Language.ENGLISH,
                Region.THAILAND,
                Optional.of(RandomToken.create()),
                Optional.empty(),
                Optional.empty());
    }

    public Product product(String slug) {
        return products.find(slug, Language.ENGLISH, Region.THAILAND).orElseThrow();
    }

    public int stock(String slug) {
        return product(slug).stock();
    }

    public Order order(String slug, int quantity) {
        Visitor visitor = visitor();
        carts.add(visitor.cartId().orElseThrow(), product(slug), quantity);
        Cart cart = carts.of(visitor);
        return placeOrder.place(visitor, cart, new Shopper("Nok", "nok@example.com", null), RandomToken.create());
    }

    /** A celadon cup, ordered, its payment begun. */
    public Order begunOrder() {
        Order order = order("celadon-cup", 1);
        startPayment.start(order, alipay());
        return now(order);
    }

    public Order now(Order order) {
        return orders.byToken(order.token()).orElseThrow();
    }

    public static Choice alipay() {
        return Choice.of("online:alipay_cn", Language.ENGLISH, null);
    }

    @Override
    public void close() {
        plugin.close();
        pool.dispose();
    }
}
