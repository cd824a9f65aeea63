/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.health;

import dev.saphan.startup.Plugin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when migrations ran and jobs are taken. */
@Readiness
@ApplicationScoped
public class PluginReadiness implements HealthCheck {

    @Inject
    Plugin plugin;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("saphan").status(plugin.isReady()).build();
    }
}
