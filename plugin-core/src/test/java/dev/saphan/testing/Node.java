/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.job.Job;
import dev.saphan.persistence.PluginData;
import dev.saphan.secret.Seal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** One plugin among several that share a database. It takes no work by itself: a test says what it does, and when. */
public final class Node {

    private final WeldContainer beans;

    /** @param standIns each takes the place of the bean of that type */
    public Node(
            DataSource database,
            Map<String, String> settings,
            Clock clock,
            Seal seal,
            Steps steps,
            Map<Class<?>, Object> standIns) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        var setting = new TestBeans.Setting(() -> database, config, clock, seal, steps);
        beans = new Weld()
                .addBeanClass(TestBeans.class)
                .addExtension(new WithoutContainer(setting, standIns))
                .initialize();
    }

    public <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    public EntityManager entities() {
        return beans.select(EntityManager.class, new AnnotationLiteral<PluginData>() {})
                .get();
    }

    /** One run of that kind of work, now. */
    public Job.Next run(String job, String id) {
        return beans.select(Job.class).stream()
                .filter(found -> found.name().equals(job))
                .findFirst()
                .orElseThrow()
                .run(id);
    }
}
