/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import dev.saphan.configuration.LiveStores;
import dev.saphan.configuration.StoredSettings;
import dev.saphan.method.Methods;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Lookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** The stores, with the methods that are deployed. */
@ApplicationScoped
class ConfiguredStoresBean {

    @Produces
    @Singleton
    LiveStores stores(Methods methods, StoredSettings stored, Transactions transactions, Clock clock) {
        return new LiveStores(Lookup.in(ConfigProvider.getConfig()), methods.codes(), stored, transactions, clock);
    }
}
