/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.startup.Plugin;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Starts the plugin with this module and stops it with it. No other module of an application does. */
@WebListener
public class Lifecycle implements ServletContextListener {

    @Inject
    Plugin plugin;

    @Resource
    ManagedExecutorService workers;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        plugin.start(workers);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        plugin.stop();
    }
}
