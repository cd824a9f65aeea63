/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import dev.saphan.configuration.LiveStores;
import dev.saphan.configuration.StoredSettings;
import dev.saphan.method.Methods;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Lookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is made of the configuration and of what else is deployed or stored. */
@ApplicationScoped
class StartupBeans {

    @Produces
    @Singleton
    LiveStores stores(Methods methods, StoredSettings stored, Transactions transactions, Clock clock) {
        return new LiveStores(Lookup.in(ConfigProvider.getConfig()), methods.codes(), stored, transactions, clock);
    }

    @Produces
    @Singleton
    Seal seal(Deployment deployment, DataSource dataSource) {
        return deployment
                .keyset()
                .map(Keyset::parse)
                .orElseGet(() -> inFile(deployment.dataDirectory().resolve("keyset.json"), dataSource));
    }

    private static Seal inFile(Path file, DataSource dataSource) {
        return Keyset.read(file).orElseGet(() -> {
            KeysetCanary.requireNothingSealed(dataSource);
            return Keyset.make(file);
        });
    }
}
