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
import java.util.Map;
import java.util.Set;

/** Leaves the beans out that stand for a container's services; {@link TestBeans} has the others. */
public class WithoutContainer implements Extension {

    private static final Set<String> CONTAINER_ONLY = Set.of(
            "dev.saphan.persistence.ContainerPersistence",
            "dev.saphan.persistence.JtaTransactions",
            "dev.saphan.settings.ConfiguredBeans",
            "dev.saphan.storefront.StorefrontsBean",
            "dev.saphan.startup.StartupBeans");

    private final TestBeans.Setting setting;
    private final Map<Class<?>, Object> standIns;

    WithoutContainer(TestBeans.Setting setting) {
        this(setting, Map.of());
    }

    /** @param standIns each takes the place of the bean of that type */
    WithoutContainer(TestBeans.Setting setting, Map<Class<?>, Object> standIns) {
        this.setting = setting;
        this.standIns = standIns;
    }

    void hand(@Observes AfterBeanDiscovery discovery) {
        discovery
                .addBean()
                .types(TestBeans.Setting.class)
                .scope(Dependent.class)
                .createWith(context -> setting);
        standIns.forEach((type, standIn) ->
                discovery.addBean().types(type).scope(Dependent.class).createWith(context -> standIn));
    }

    <T> void leaveOut(@Observes ProcessAnnotatedType<T> type) {
        Class<T> found = type.getAnnotatedType().getJavaClass();
        boolean isReplaced =
                !found.isInterface() && standIns.keySet().stream().anyMatch(kind -> kind.isAssignableFrom(found));
        if (isReplaced || CONTAINER_ONLY.contains(found.getName())) {
            type.veto();
        }
    }
}
