/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.gateway.Capability;
import dev.saphan.gateway.Gateway;
import dev.saphan.money.Money;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.MethodSettings.AmountRange;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which methods work for a cart, and why the others do not: the descriptor, overridden by the store's settings,
 * narrowed by what Omise switched on for the account.
 */
@Wired
public class Offers {

    private final Methods methods;
    private final Capabilities capabilities;
    private final Gateway gateway;
    private final Transactions transactions;

    @Inject
    Offers(Methods methods, Capabilities capabilities, Gateway gateway, Transactions transactions) {
        this.methods = methods;
        this.capabilities = capabilities;
        this.gateway = gateway;
        this.transactions = transactions;
    }

    /** Every method of the cart's channel, the usable ones first. */
    public List<Offer> list(Store store, Mode mode, Cart cart) {
        return explain(store, mode, cart).stream()
                .filter(offer -> offer.method().descriptor().channels().contains(cart.channel()))
                .toList();
    }

    /** As {@link #list}, with the methods of other channels. */
    public List<Offer> explain(Store store, Mode mode, Cart cart) {
        Optional<Capability> capability = capability(store, mode);
        return methods.all().stream()
                .sorted(Comparator.comparingInt(
                        method -> store.method(method.code()).position()))
                .map(method -> offer(method, store, mode, cart, capability))
                .sorted((left, right) -> Boolean.compare(right.isAvailable(), left.isAvailable()))
                .toList();
    }

    /** @throws dev.saphan.problem.Problem if the method cannot be used for the cart */
    public void check(PaymentMethod method, Store store, Mode mode, Cart cart) {
        offer(method, store, mode, cart, capability(store, mode)).reason().ifPresent(reason -> {
            throw reason.problem();
        });
    }

    private Optional<Capability> capability(Store store, Mode mode) {
        return transactions.isActive()
                ? capabilities.of(store.id(), mode)
                : transactions.call(() -> capabilities.of(store.id(), mode));
    }

    private Offer offer(PaymentMethod method, Store store, Mode mode, Cart cart, Optional<Capability> capability) {
        Optional<AmountRange> limits = limits(method.descriptor(), store.method(method.code()), cart.currency());
        Optional<Reason> reason = store.accounts().containsKey(mode)
                ? reason(method.descriptor(), store, cart, limits, capability)
                : Optional.of(Reason.of(ErrorCode.NOT_ENABLED_ON_ACCOUNT, "method"));
        return new Offer(method, limits, reason);
    }

    private Optional<Reason> reason(
            MethodDescriptor method,
            Store store,
            Cart cart,
            Optional<AmountRange> limits,
            Optional<Capability> capability) {
        if (!store.method(method.code()).enabled()) {
            return Optional.of(Reason.of(ErrorCode.SWITCHED_OFF, "method"));
        }
        if (!method.channels().contains(cart.channel())) {
            return Optional.of(Reason.of(ErrorCode.CHANNEL_NOT_SUPPORTED, "channel"));
        }
        if (!method.countries().contains(cart.country().orElse(store.country()))) {
            return Optional.of(Reason.of(ErrorCode.COUNTRY_NOT_SUPPORTED, "country"));
        }
        if (limits.isEmpty()) {
            return Optional.of(Reason.of(ErrorCode.CURRENCY_NOT_SUPPORTED, "currency", cart.currency()));
        }
        return account(method, cart.currency(), capability)
                .or(() -> cart.amount().flatMap(amount -> amount(amount, limits.get())))
                .or(() -> gateway.isAvailable()
                        ? Optional.empty()
                        : Optional.of(Reason.of(ErrorCode.GATEWAY_UNAVAILABLE, "method")));
    }

    private static Optional<Reason> account(
            MethodDescriptor method, Currency currency, Optional<Capability> capability) {
        if (capability.isEmpty()) {
            return Optional.empty();
        }
        Set<String> currencies = capability.get().currencies().get(method.code());
        if (currencies == null) {
            return Optional.of(Reason.of(ErrorCode.NOT_ENABLED_ON_ACCOUNT, "method"));
        }
        return currencies.contains(currency.getCurrencyCode())
                ? Optional.empty()
                : Optional.of(Reason.of(ErrorCode.CURRENCY_NOT_SUPPORTED, "currency", currency));
    }

    private static Optional<Reason> amount(Money amount, AmountRange limits) {
        if (amount.isLessThan(limits.minimum())) {
            return Optional.of(Reason.of(ErrorCode.AMOUNT_BELOW_MINIMUM, "amount", limits.minimum()));
        }
        if (amount.isGreaterThan(limits.maximum())) {
            return Optional.of(Reason.of(ErrorCode.AMOUNT_ABOVE_MAXIMUM, "amount", limits.maximum()));
        }
        return Optional.empty();
    }

    private static Optional<AmountRange> limits(MethodDescriptor method, MethodSettings settings, Currency currency) {
        return Stream.concat(settings.limits().stream(), method.limits().stream())
                .filter(range -> range.minimum().currency().equals(currency))
                .findFirst();
    }
}
