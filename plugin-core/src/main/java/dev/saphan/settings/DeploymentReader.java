/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Reads {@code saphan.*} settings of the installation. */
public final class DeploymentReader {

    private static final URI OMISE = URI.create("https://api.omise.co");

    private DeploymentReader() {}

    /** @throws InvalidConfiguration with every bad setting */
    public static Deployment read(Config config) {
        SettingsReader settings = new SettingsReader(Lookup.in(config));
        URI publicUrl = settings.address("saphan.public-url").orElseGet(() -> {
            if (settings.text("saphan.public-url").isEmpty()) {
                settings.reject("saphan.public-url", "is missing: where shoppers reach /payments");
            }
            return URI.create("https://unset.invalid");
        });
        URI omise = settings.address("saphan.omise.url").orElse(OMISE);
        if ("http".equals(omise.getScheme()) && !Loopback.isHostOf(omise)) {
            settings.reject("saphan.omise.url", "must be https (http on loopback only)");
        }
        Deployment deployment = new Deployment(
                publicUrl,
                omise,
                settings.duration("saphan.omise.connect-timeout", Duration.ofSeconds(5)),
                settings.duration("saphan.omise.write-timeout", Duration.ofSeconds(20)),
                settings.duration("saphan.omise.read-timeout", Duration.ofSeconds(8)),
                settings.duration("saphan.counter.wait", Duration.ofSeconds(90)),
                settings.text("saphan.data-dir").map(Path::of).orElse(Path.of("saphan-data")),
                settings.text("saphan.keyset"),
                settings.flag("saphan.order-port.allow-private", false),
                retention(settings),
                new SessionLife(
                        settings.duration("saphan.session.idle", Duration.ofMinutes(30)),
                        settings.duration("saphan.session.longest", Duration.ofHours(12))),
                new OpenIdReader(settings).read());
        settings.finish();
        return deployment;
    }

    private static Retention retention(SettingsReader settings) {
        return new Retention(
                settings.duration("saphan.retention.personal-data", Duration.ofDays(180)),
                settings.duration("saphan.retention.events", Duration.ofDays(90)),
                settings.duration("saphan.retention.order-commands", Duration.ofDays(90)),
                settings.duration("saphan.retention.qr-images", Duration.ofDays(7)),
                settings.duration("saphan.retention.settled-alerts", Duration.ofDays(365)),
                settings.duration("saphan.retention.reconciliations", Duration.ofDays(400)));
    }
}
