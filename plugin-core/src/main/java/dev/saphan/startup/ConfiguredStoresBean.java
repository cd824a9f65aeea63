/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import dev.saphan.method.Methods;
import dev.saphan.settings.ConfiguredStores;
import dev.saphan.settings.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the stores once, for the methods that are deployed. */
@ApplicationScoped
class ConfiguredStoresBean {

    @Produces
    @Singleton
    Stores stores(Methods methods) {
        return ConfiguredStores.read(ConfigProvider.getConfig(), methods.codes());
    }
}
