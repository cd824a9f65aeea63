/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.configuration.SettingName;
import dev.saphan.configuration.StoreSettings;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;

/** The settings by name. Only those that are known to hold no secret are told; of the others, whether they are set. */
@Wired
class SettingsPart implements BundlePart {

    private final Deployment deployment;
    private final StoreSettings settings;
    private final SettingName names;

    @Inject
    SettingsPart(Deployment deployment, StoreSettings settings, SettingName names) {
        this.deployment = deployment;
        this.settings = settings;
        this.names = names;
    }

    @Override
    public String name() {
        return "2-settings.txt";
    }

    @Override
    public String text(BundleRequest request) {
        Facts facts = new Facts();
        facts.title("Installation")
                .fact(
                        "public address",
                        deployment.publicUrl().getScheme() + " "
                                + deployment.publicUrl().getHost() + " "
                                + deployment.publicUrl().getPath())
                .fact("Omise", deployment.omiseUrl().getHost())
                .fact("connect time-out", deployment.connectTimeout())
                .fact("write time-out", deployment.gatewayTimeout())
                .fact("read time-out", deployment.readTimeout())
                .fact("counter wait", deployment.scanWait())
                .fact("keyset", deployment.keyset().isPresent() ? "(set)" : "(in a file)")
                .fact("order ports in private networks", deployment.allowPrivateOrderPorts())
                .fact("retention", deployment.retention())
                .fact("sessions", deployment.sessions());
        StoreSettings.View view = settings.of(request.store().id());
        facts.title("Store " + request.store().id());
        names.all().stream()
                .filter(name -> !view.value(name).isEmpty())
                .forEach(name -> facts.fact(name, told(name, view)));
        return facts.text();
    }

    private static String told(String name, StoreSettings.View view) {
        boolean key = SettingName.isSecret(name) || name.endsWith("public-key") || name.endsWith("api-key-sha256");
        return (key ? "(set)" : view.value(name)) + (view.isSetHere(name) ? "   [in the back office]" : "");
    }
}
