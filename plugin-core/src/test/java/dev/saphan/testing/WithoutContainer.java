/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.util.Set;

/** Leaves the beans out that stand for a container's services; {@link TestBeans} has the others. */
public class WithoutContainer implements Extension {

    private static final Set<String> CONTAINER_ONLY = Set.of(
            "dev.saphan.persistence.ContainerPersistence",
            "dev.saphan.persistence.JtaTransactions",
            "dev.saphan.settings.ConfiguredBeans",
            "dev.saphan.startup.ConfiguredStoresBean");

    private final TestBeans.Setting setting;

    WithoutContainer(TestBeans.Setting setting) {
        this.setting = setting;
    }

    void hand(@Observes AfterBeanDiscovery discovery) {
        discovery
                .addBean()
                .types(TestBeans.Setting.class)
                .scope(Dependent.class)
                .createWith(context -> setting);
    }

    <T> void leaveOut(@Observes ProcessAnnotatedType<T> type) {
        if (CONTAINER_ONLY.contains(type.getAnnotatedType().getJavaClass().getName())) {
            type.veto();
        }
    }
}
