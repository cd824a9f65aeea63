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
import dev.saphan.secret.Seal;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.StoreId;
import dev.saphan.storefront.Storefronts;
import dev.saphan.support.RecentLog;
import dev.saphan.user.BootstrapUsers;
import dev.saphan.webhook.BackfillEvents;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The plugin's life on one node. One module of the application calls {@link #start}, after it
 * had the configuration checked as a whole ({@link ConfigurationCheck}): the schema is brought up to date, the methods told to the storefronts, and only then work is taken.
 */
@Wired
public class Plugin {

    private static final Logger LOG = Logger.getLogger(Plugin.class.getName());

    private final Deployment deployment;
    private final DataSource dataSource;
    private final Instance<Seal> seal;
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
            Deployment deployment,
            DataSource dataSource,
            Instance<Seal> seal,
            BootstrapUsers bootstrapUsers,
            Instance<RegisterMethods> registerMethods,
            Instance<BackfillEvents> backfillEvents,
            Instance<Purge> purge,
            Storefronts storefronts,
            JobRunner jobRunner,
            LogGuard logGuard,
            RecentLog recentLog) {
        this.deployment = deployment;
        this.dataSource = dataSource;
        this.seal = seal;
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
     * @throws dev.saphan.settings.InvalidConfiguration if its keyset is not the one of the database
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
        PrivateFiles.keep(deployment.dataDirectory(), dataSource);
        schemaVersion = SchemaMigration.migrate(dataSource);
        KeysetCanary.check(dataSource, seal.get());
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

    /** Says from now on that it is not ready, and works on: a proxy that asks sends what is new to other nodes. */
    public void announceStop() {
        ready = false;
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
}
