/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.redaction.Redactor;
import dev.saphan.secret.Secret;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.MailServer;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.OpenIdProvider;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.settings.Store;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every secret that this node knows, so that it can be searched for in what is about to leave the installation. */
@Wired
public class KnownSecrets {

    /** What is shorter stands in too many places to be a secret. */
    private static final int SHORTEST = 6;

    private static final Pattern KEY_MATERIAL = Pattern.compile("\"value\"\\s*:\\s*\"([^\"]+)\"");

    private final LiveStores stores;
    private final Deployment deployment;

    @Inject
    KnownSecrets(LiveStores stores, Deployment deployment) {
        this.stores = stores;
        this.deployment = deployment;
    }

    /** Longest first, as they are and as they stand in headers. */
    public Set<String> all() {
        Set<String> secrets = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        stores.all().stream().flatMap(KnownSecrets::of).forEach(secrets::add);
        secrets.addAll(ofDeployment());
        secrets.removeIf(secret -> secret.length() < SHORTEST);
        return secrets;
    }

    /** The text without any of them. */
    public static String remove(Set<String> secrets, String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, Redactor.REMOVED);
        }
        return shown;
    }

    private static Stream<String> of(Store store) {
        Stream<String> ofAccounts = store.accounts().values().stream().flatMap(KnownSecrets::of);
        Stream<String> ofPort = store.orderPort().map(OrderPortAddress::signingSecret).map(Secret::reveal).stream();
        Stream<String> ofAlerts = secret(store.alerts());
        return Stream.of(ofAccounts, ofPort, ofAlerts, store.apiKeyHashes().keySet().stream())
                .flatMap(some -> some);
    }

    private static Stream<String> secret(AlertRouting alerts) {
        return alerts.address().map(OrderPortAddress::signingSecret).map(Secret::reveal).stream();
    }

    private static Stream<String> of(OmiseAccount account) {
        String key = account.secretKey().reveal();
        String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                        Stream.of(key, basic),
                        account.publicKey().stream(),
                        account.webhookSecrets().stream().map(Secret::reveal))
                .flatMap(some -> some);
    }

    private Set<String> ofDeployment() {
        Set<String> secrets = new LinkedHashSet<>();
        deployment.keyset().ifPresent(keyset -> addKeyset(keyset, secrets));
        Path file = deployment.dataDirectory().resolve("keyset.json");
        if (Files.isReadable(file)) {
            try {
                addKeyset(Files.readString(file), secrets);
            } catch (IOException e) {
                throw new IllegalStateException("The keyset file cannot be read", e);
            }
        }
        deployment
                .openId()
                .flatMap(OpenIdProvider::clientSecret)
                .map(Secret::reveal)
                .ifPresent(secrets::add);
        deployment.mail().flatMap(MailServer::password).map(Secret::reveal).ifPresent(secrets::add);
        secret(deployment.alerts()).forEach(secrets::add);
        stores.configured("saphan.database.password").ifPresent(secrets::add);
        stores.configured("saphan.users").stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .flatMap(name -> stores.configured("saphan.user." + name.strip() + ".password").stream())
                .forEach(secrets::add);
        return secrets;
    }

    private static void addKeyset(String keyset, Set<String> secrets) {
        secrets.add(keyset.strip());
        Matcher key = KEY_MATERIAL.matcher(keyset);
        while (key.find()) {
            secrets.add(key.group(1));
        }
    }
}
