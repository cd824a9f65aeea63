/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the deployment's configuration once and hands it out. */
@ApplicationScoped
class ConfiguredBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Deployment deployment() {
        return DeploymentReader.read(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    Limits limits() {
        return LimitsReader.read(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    TrustedProxies trustedProxies() {
        return TrustedProxies.read(ConfigProvider.getConfig());
    }
}
