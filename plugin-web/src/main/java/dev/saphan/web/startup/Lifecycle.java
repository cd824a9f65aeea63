/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.startup.Plugin;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
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
    ManagedThreadFactory threads;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        plugin.start(threads);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        plugin.stop();
    }
}
