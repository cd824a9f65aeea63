/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.history.History;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.method.Barcode;
import dev.saphan.method.Channel;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentDetails;
import dev.saphan.money.Money;
import dev.saphan.secret.Digests;
import dev.saphan.settings.Store;
import dev.saphan.testing.SomePlugin;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An order of a shopper in a test: complete by default, changed where the test is about something. */
public record Order(
        SomePlugin plugin,
        Store store,
        String reference,
        String key,
        Money amount,
        Optional<String> method,
        Channel channel,
        Optional<String> barcode,
        Optional<String> source,
        Optional<PaymentId> replaces) {

    public static Order in(SomePlugin plugin) {
        return new Order(
                plugin,
                plugin.store(),
                "O-" + UUID.randomUUID(),
                UUID.randomUUID().toString(),
                Money.ofMinor(150_000, "THB"),
                Optional.of("alipay_cn"),
                Channel.ONLINE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Order at(Store other) {
        return new Order(plugin, other, reference, key, amount, method, channel, barcode, source, replaces);
    }

    public Order called(String other) {
        return new Order(plugin, store, other, key, amount, method, channel, barcode, source, replaces);
    }

    public Order by(String code) {
        Channel where =
                plugin.get(Methods.class).get(code).descriptor().channels().contains(Channel.ONLINE)
                        ? Channel.ONLINE
                        : Channel.COUNTER;
        return new Order(plugin, store, reference, key, amount, Optional.of(code), where, barcode, source, replaces);
    }

    public Order withoutMethod() {
        return new Order(plugin, store, reference, key, amount, Optional.empty(), channel, barcode, source, replaces);
    }

    public Order scanning(String code) {
        return new Order(plugin, store, reference, key, amount, method, channel, Optional.of(code), source, replaces);
    }

    public Order over(Money other) {
        return new Order(plugin, store, reference, key, other, method, channel, barcode, source, replaces);
    }

    public Order withSource(String id) {
        return new Order(plugin, store, reference, key, amount, method, channel, barcode, Optional.of(id), replaces);
    }

    public Order withNewKey() {
        return new Order(
                plugin,
                store,
                reference,
                UUID.randomUUID().toString(),
                amount,
                method,
                channel,
                barcode,
                source,
                replaces);
    }

    public Order replacing(PaymentId payment) {
        return new Order(plugin, store, reference, key, amount, method, channel, barcode, source, Optional.of(payment));
    }

    /** Asks for it to be paid. */
    public PaymentId pay() {
        return plugin.get(StartPayment.class)
                .start(new StartPayment.Request(
                        store,
                        new IdempotencyKey(
                                store.id(),
                                plugin.mode(),
                                "POST /payments",
                                key,
                                Digests.sha256(amount + reference + method + barcode)),
                        new PaymentOrder(
                                store.id(),
                                plugin.mode(),
                                reference,
                                amount,
                                Optional.of(channel),
                                Optional.of(Locale.ENGLISH),
                                URI.create("https://shop.example/orders/1"),
                                Optional.empty()),
                        method.map(code -> new AttemptRequest(
                                plugin.get(Methods.class).get(code),
                                barcode.map(Barcode::scanned),
                                source,
                                Optional.empty())),
                        PaymentDetails.NONE,
                        replaces));
    }

    /** The payment as the API shows it now. */
    public PaymentView view(PaymentId id) {
        return plugin.transactions()
                .call(() -> plugin.get(PaymentViews.class)
                        .of(plugin.get(Payments.class).find(id).orElseThrow()));
    }

    /** What happened to it, for the message of a failed assertion. */
    public String story(PaymentId id) {
        return plugin.transactions()
                .call(() -> plugin.get(History.class).of(id.value()).stream()
                        .map(entry -> entry.actor() + " " + entry.kind() + " " + entry.detail())
                        .collect(Collectors.joining("\n")));
    }
}
