/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.configuration.LiveStores;
import dev.saphan.configuration.StoredSettings;
import dev.saphan.method.Methods;
import dev.saphan.persistence.PluginData;
import dev.saphan.persistence.SchemaMigration;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.Limits;
import dev.saphan.settings.LimitsReader;
import dev.saphan.settings.Lookup;
import dev.saphan.storefront.OwnStorefronts;
import dev.saphan.storefront.Storefronts;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** What a container would give, for a plugin without one. */
@Wired
class TestBeans {

    /** What a test sets up. */
    record Setting(Supplier<DataSource> database, Config config, Clock clock, Seal seal, Steps steps) {}

    private final Setting setting;
    private final DataSource pool;
    private final LocalTransactions transactions;

    @Inject
    TestBeans(Setting setting) {
        this.setting = setting;
        DataSource database = setting.database().get();
        SchemaMigration.migrate(database);
        this.pool = OneConnectionPerThread.over(database);
        boolean racing = setting.steps() != Steps.NONE;
        this.transactions = new LocalTransactions(factory(pool, racing ? "OFF" : "WARNING"), setting.steps());
    }

    @Produces
    @Singleton
    Transactions transactions() {
        return transactions;
    }

    @Produces
    @PluginData
    @Singleton
    EntityManager entities() {
        return transactions.entities();
    }

    @Produces
    @Singleton
    DataSource dataSource() {
        return transactions.dataSource(pool);
    }

    @Produces
    @Singleton
    Storefronts storefronts() {
        return OwnStorefronts.make();
    }

    @Produces
    @Singleton
    Clock clock() {
        return setting.clock();
    }

    @Produces
    @Singleton
    Deployment deployment() {
        return DeploymentReader.read(setting.config());
    }

    @Produces
    @Singleton
    Limits limits() {
        return LimitsReader.read(setting.config());
    }

    @Produces
    @Singleton
    LiveStores stores(Methods methods, StoredSettings stored) {
        return new LiveStores(Lookup.in(setting.config()), methods.codes(), stored, transactions, settingsClock());
    }

    /** Races are of seeded steps: there, nobody looks for new settings in between. */
    private Clock settingsClock() {
        return setting.steps() == Steps.NONE ? setting.clock() : Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    Seal seal() {
        return setting.seal();
    }

    /** @param logging where conflicts are wanted, a warning about each would say nothing */
    private static EntityManagerFactory factory(DataSource pool, String logging) {
        return Persistence.createEntityManagerFactory(
                "saphan",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        pool,
                        "eclipselink.logging.level",
                        logging));
    }
}
