/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.method.Methods;
import dev.saphan.startup.ConfigurationCheck;
import dev.saphan.startup.Plugin;
import dev.saphan.web.health.NodeMetrics;
import dev.saphan.web.security.SessionCookie;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Starts the plugin with this module and stops it with it. No other module of an application does. The only listener, so
 * that nothing is made of the configuration before all of it was checked.
 */
@WebListener
public class Lifecycle implements ServletContextListener {

    @Inject
    Methods methods;

    @Inject
    Instance<SessionCookie> sessionCookie;

    @Inject
    Instance<Plugin> plugin;

    @Inject
    Instance<NodeMetrics> metrics;

    @Resource
    ManagedThreadFactory threads;

    private @Nullable Plugin running;

    private @Nullable ShutdownNotice notice;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        ConfigurationCheck.run(ConfigProvider.getConfig(), methods.codes(), context.getContextPath());
        sessionCookie.get().configure(context);
        running = plugin.get();
        running.start(threads);
        notice = new ShutdownNotice(running::announceStop);
        metrics.get().register();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (notice != null) {
            notice.close();
        }
        if (running != null) {
            running.stop();
        }
    }
}
