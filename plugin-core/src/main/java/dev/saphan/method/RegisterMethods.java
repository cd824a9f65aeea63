/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.gateway.Capability;
import dev.saphan.job.Jobs;
import dev.saphan.json.Wire;
import dev.saphan.language.Languages;
import dev.saphan.method.MethodOffer.Limits;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.MethodSettings.AmountRange;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreChanged;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.storefront.Outbox;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells storefronts which methods there are, at start and when what the account may take has changed. */
@Wired
public class RegisterMethods {

    private final Methods methods;
    private final Stores stores;
    private final Capabilities capabilities;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    RegisterMethods(
            Methods methods,
            Stores stores,
            Capabilities capabilities,
            Outbox outbox,
            Jobs jobs,
            Transactions transactions,
            Deployment deployment,
            Clock clock) {
        this.methods = methods;
        this.stores = stores;
        this.capabilities = capabilities;
        this.outbox = outbox;
        this.jobs = jobs;
        this.transactions = transactions;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** At start: every store is told, and its accounts' capability is read soon. */
    public void registerAll() {
        transactions.callAgainOnConflict(() -> {
            stores.all().forEach(this::tell);
            return Boolean.TRUE;
        });
    }

    /**
     * A storefront in this application has come: it gets what waits for it, and the methods unless they are among that.
     * A store that is not configured gets nothing.
     */
    public void welcome(StoreId id) {
        transactions.callAgainOnConflict(() -> {
            stores.find(id).ifPresent(this::welcome);
            return Boolean.TRUE;
        });
    }

    private void welcome(Store store) {
        Set<String> waiting = outbox.hurry(store.id());
        store.accounts().keySet().stream()
                .filter(mode -> !waiting.contains(subject(mode)))
                .forEach(mode -> register(store, mode));
    }

    /** Enters the message; inside a transaction. */
    void register(Store store, Mode mode) {
        Optional<Capability> capability = capabilities.of(store.id(), mode);
        List<MethodOffer> offers = methods.all().stream()
                .sorted(Comparator.comparingInt(
                        method -> store.method(method.code()).position()))
                .map(method -> offer(method, store, capability))
                .toList();
        String data = Wire.write(Map.of("mode", mode.code(), "methods", offers));
        outbox.enter(store, mode, subject(mode), clock.instant().toEpochMilli(), OrderMessage.METHODS_REGISTERED, data);
    }

    private static String subject(Mode mode) {
        return "methods:" + mode.code();
    }

    private MethodOffer offer(PaymentMethod method, Store store, Optional<Capability> capability) {
        MethodDescriptor descriptor = method.descriptor();
        boolean onAccount = capability
                .map(known -> known.currencies().containsKey(method.code()))
                .orElse(true);
        return new MethodOffer(
                method.code(),
                Languages.ALL.stream()
                        .collect(Collectors.toMap(Locale::toLanguageTag, language -> method.label(store, language))),
                descriptor.flow().code(),
                descriptor.channels().stream().map(Channel::code).sorted().toList(),
                logo(method),
                store.method(method.code()).enabled() && onAccount,
                limits(descriptor, store.method(method.code())).stream()
                        .map(range -> new Limits(range.minimum(), range.maximum()))
                        .toList());
    }

    /** Those that the store set, and the method's own for the other currencies. */
    private static List<AmountRange> limits(MethodDescriptor method, MethodSettings settings) {
        Map<Currency, AmountRange> byCurrency = new LinkedHashMap<>();
        Stream.concat(method.limits().stream(), settings.limits().stream())
                .forEach(range -> byCurrency.put(range.minimum().currency(), range));
        return List.copyOf(byCurrency.values());
    }

    /** A store's settings were changed: the storefront is told, and what the account may take is read. */
    void changed(@Observes StoreChanged event) {
        transactions.callAgainOnConflict(() -> {
            stores.find(event.store()).ifPresent(this::tell);
            return Boolean.TRUE;
        });
    }

    private void tell(Store store) {
        store.accounts().keySet().forEach(mode -> {
            jobs.hurry(RefreshCapability.NAME, Capabilities.key(store.id(), mode), clock.instant());
            register(store, mode);
        });
    }

    /** Where the method's picture lies. */
    public String logo(PaymentMethod method) {
        return deployment.address("/assets/methods/" + method.code() + ".svg").toString();
    }
}
