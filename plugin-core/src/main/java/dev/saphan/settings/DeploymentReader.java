/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.secret.Keyset;
import dev.saphan.secret.Secret;
import dev.saphan.settings.MailServer.Encryption;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads {@code saphan.*} settings of the installation. */
public final class DeploymentReader {

    private static final URI OMISE = URI.create("https://api.omise.co");

    /** The pool has 40 connections; the rest is for taking work and for whoever asks how the node is. */
    private static final int TRANSACTIONS = 28;

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
                settings.number("saphan.omise.calls-at-once", 32, 1, 1000),
                settings.duration("saphan.counter.wait", Duration.ofSeconds(90)),
                new DatabaseAccess(
                        settings.number("saphan.database.transactions-at-once", TRANSACTIONS, 1, TRANSACTIONS),
                        settings.duration("saphan.database.longest-wait", Duration.ofSeconds(2)),
                        settings.duration("saphan.database.longest-statement", Duration.ofSeconds(30))),
                settings.text("saphan.data-dir").map(Path::of).orElse(Path.of("saphan-data")),
                settings.parsed("saphan.keyset", "must be a Tink keyset for AEAD, in JSON", DeploymentReader::keyset),
                settings.flag("saphan.order-port.allow-private", false),
                retention(settings),
                new SessionLife(
                        settings.duration("saphan.session.idle", Duration.ofMinutes(30)),
                        settings.duration("saphan.session.longest", Duration.ofHours(12))),
                new OpenIdReader(settings).read(),
                mail(settings),
                new AlertRoutingReader(settings, "saphan.alerts.").read());
        settings.finish();
        return deployment;
    }

    private static String keyset(String json) {
        Keyset.parse(json);
        return json;
    }

    private static Optional<MailServer> mail(SettingsReader settings) {
        return settings.text("saphan.mail.host").map(host -> {
            Encryption encryption = settings.parsed(
                            "saphan.mail.encryption",
                            "must be starttls, tls or none",
                            value -> Encryption.valueOf(value.toUpperCase(Locale.ROOT)))
                    .orElse(Encryption.STARTTLS);
            return new MailServer(
                    host,
                    settings.number(
                            "saphan.mail.port",
                            encryption == Encryption.TLS ? 465 : 587,
                            1,
                            SettingsReader.HIGHEST_PORT),
                    encryption,
                    settings.text("saphan.mail.user"),
                    settings.text("saphan.mail.password").map(Secret::new),
                    settings.required("saphan.mail.from").orElse(""));
        });
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
