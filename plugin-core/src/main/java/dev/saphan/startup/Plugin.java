/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import dev.saphan.job.JobRunner;
import dev.saphan.log.LogGuard;
import dev.saphan.method.RegisterMethods;
import dev.saphan.persistence.SchemaMigration;
import dev.saphan.retention.Purge;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.settings.Limits;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.settings.TrustedProxies;
import dev.saphan.storefront.Storefronts;
import dev.saphan.support.RecentLog;
import dev.saphan.user.BootstrapUsers;
import dev.saphan.webhook.BackfillEvents;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The plugin's life on one node. One module of the application calls {@link #start}: configuration is checked as a
 * whole, the schema brought up to date, the methods told to the storefronts, and only then work is taken.
 */
@Wired
public class Plugin {

    private static final Logger LOG = Logger.getLogger(Plugin.class.getName());

    private final Instance<Deployment> deployment;
    private final Instance<Stores> stores;
    private final Instance<Limits> limits;
    private final Instance<TrustedProxies> trustedProxies;
    private final DataSource dataSource;
    private final BootstrapUsers bootstrapUsers;
    private final Instance<RegisterMethods> registerMethods;
    private final Instance<BackfillEvents> backfillEvents;
    private final Instance<Purge> purge;
    private final Storefronts storefronts;
    private final JobRunner jobRunner;
    private final LogGuard logGuard;
    private final RecentLog recentLog;
    private Storefronts.Registration arrivals = () -> {};
    private volatile boolean ready;
    private volatile int schemaVersion;

    @Inject
    Plugin(
            Instance<Deployment> deployment,
            Instance<Stores> stores,
            Instance<Limits> limits,
            Instance<TrustedProxies> trustedProxies,
            DataSource dataSource,
            BootstrapUsers bootstrapUsers,
            Instance<RegisterMethods> registerMethods,
            Instance<BackfillEvents> backfillEvents,
            Instance<Purge> purge,
            Storefronts storefronts,
            JobRunner jobRunner,
            LogGuard logGuard,
            RecentLog recentLog) {
        this.deployment = deployment;
        this.stores = stores;
        this.limits = limits;
        this.trustedProxies = trustedProxies;
        this.dataSource = dataSource;
        this.bootstrapUsers = bootstrapUsers;
        this.registerMethods = registerMethods;
        this.backfillEvents = backfillEvents;
        this.purge = purge;
        this.storefronts = storefronts;
        this.jobRunner = jobRunner;
        this.logGuard = logGuard;
        this.recentLog = recentLog;
    }

    /**
     * Whatever it began is ended again if it fails.
     *
     * @param threads run in the context of the calling module, whoever starts them
     * @throws InvalidConfiguration with every bad setting at once
     */
    public void start(ThreadFactory threads) {
        try {
            begin(threads);
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        }
    }

    private void begin(ThreadFactory threads) {
        logGuard.begin();
        checkConfiguration();
        PrivateFiles.keep(deployment.get().dataDirectory(), dataSource);
        schemaVersion = SchemaMigration.migrate(dataSource);
        bootstrapUsers.create();
        recentLog.begin();
        jobRunner.start(threads);
        arrivals = storefronts.listen(
                store -> threads.newThread(() -> welcome(store)).start());
        registerMethods.get().registerAll();
        backfillEvents.get().begin();
        purge.get().begin();
        ready = true;
    }

    /** Takes no more work and lets what is under way finish. */
    public void stop() {
        ready = false;
        arrivals.close();
        jobRunner.stop();
        recentLog.end();
        logGuard.end();
    }

    /** Whether migrations ran, jobs are taken, and the database answers and is still one that this version knows. */
    public boolean isReady() {
        return ready && jobRunner.isRunning() && isSchemaCompatible();
    }

    /** A failure delays: what waits keeps its own rhythm, and the methods are told again when they change. */
    private void welcome(StoreId store) {
        try {
            registerMethods.get().welcome(store);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "The storefront of " + store + " could not be told of its methods");
        }
    }

    private boolean isSchemaCompatible() {
        try {
            return SchemaMigration.isCompatible(dataSource, schemaVersion);
        } catch (IllegalStateException e) {
            LOG.log(Level.WARNING, "Not ready: {0}", e.getMessage());
            return false;
        }
    }

    private void checkConfiguration() {
        List<String> findings = new ArrayList<>();
        check(deployment::get, findings);
        check(stores::get, findings);
        check(limits::get, findings);
        check(trustedProxies::get, findings);
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
    }

    private static void check(Supplier<?> reader, List<String> findings) {
        try {
            Objects.requireNonNull(reader.get());
        } catch (RuntimeException e) {
            findings.addAll(findingsOf(e));
        }
    }

    /** Containers wrap what a producer throws. */
    private static List<String> findingsOf(Throwable thrown) {
        if (thrown instanceof InvalidConfiguration invalid) {
            return invalid.findings();
        }
        if (thrown.getCause() == null) {
            return List.of(String.valueOf(thrown.getMessage()));
        }
        return findingsOf(thrown.getCause());
    }
}
