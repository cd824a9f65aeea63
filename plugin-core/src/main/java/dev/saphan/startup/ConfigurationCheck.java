/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import dev.saphan.settings.ConfiguredStores;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.settings.LimitsReader;
import dev.saphan.settings.TrustedProxies;
import dev.saphan.user.ConfiguredPerson;
import dev.saphan.user.GroupGrants;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the whole configuration of the deployment before anything is made of it. Whatever is made first would otherwise
 * stop the start at the first bad setting that it meets, and say nothing of the others.
 */
public final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /**
     * @param contextPath where the server has the plugin, such as {@code /payments}
     * @throws InvalidConfiguration with every bad setting at once
     */
    public static void run(Config config, List<String> methodCodes, String contextPath) {
        List<String> findings = new ArrayList<>();
        for (Runnable reading : List.<Runnable>of(
                () -> check(DeploymentReader.read(config), contextPath),
                () -> ConfiguredStores.read(config, methodCodes),
                () -> LimitsReader.read(config),
                () -> TrustedProxies.read(config),
                () -> ConfiguredPerson.read(config))) {
            try {
                reading.run();
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
    }

    private static void check(Deployment deployment, String contextPath) {
        new GroupGrants(deployment);
        if (!deployment.publicUrl().getRawPath().equals(contextPath)) {
            throw new InvalidConfiguration(List.of("saphan.public-url must have the path " + contextPath
                    + " and no other: cookies and links are made for it, so a proxy hands paths on as they are"));
        }
    }
}
