/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.language.Languages;
import dev.saphan.money.Money;
import dev.saphan.secret.Secret;
import dev.saphan.settings.MethodSettings.AmountRange;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one store from {@code saphan.store.<id>.*}. */
final class StoreReader {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> COUNTRIES = Set.of("TH", "SG", "MY");
    /** Omise makes secrets of 32 bytes; what is shorter than this could be found by trying. */
    private static final int FEWEST_WEBHOOK_BYTES = 16;

    private static final int LONGEST_LABEL = 60;
    private static final Duration DEFAULT_LIFE = Duration.ofDays(7);

    private final SettingsReader settings;
    private final StoreId id;
    private final String prefix;

    StoreReader(SettingsReader settings, StoreId id) {
        this.settings = settings;
        this.id = id;
        this.prefix = "saphan.store." + id + ".";
    }

    Store read(List<String> methodCodes) {
        Map<Mode, OmiseAccount> accounts = new EnumMap<>(Mode.class);
        Map<String, Mode> apiKeys = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            account(mode).ifPresent(account -> accounts.put(mode, account));
            apiKeyHashes(mode).forEach(hash -> {
                Mode other = apiKeys.putIfAbsent(hash, mode);
                if (other != null && other != mode) {
                    settings.reject(
                            prefix + mode.code() + ".api-key-sha256", "must not be a " + other.code() + " key too");
                }
            });
        }
        Map<String, MethodSettings> methods = new LinkedHashMap<>();
        methodCodes.forEach(code -> methods.put(code, method(code)));
        return new Store(
                id,
                settings.text(prefix + "name").orElse(id.value()),
                country(),
                settings.parsed(prefix + "time-zone", "must be a time zone such as Asia/Bangkok", ZoneId::of)
                        .orElse(ZoneId.of("Asia/Bangkok")),
                accounts,
                apiKeys,
                orderPort(),
                orderPortInProcess(),
                returnOrigins(),
                methods,
                latePaymentPolicy(),
                duplicatePaymentPolicy(),
                settings.flag(prefix + "webhook-signature-required", true),
                settings.duration(prefix + "payment-life", DEFAULT_LIFE),
                new AlertRoutingReader(settings, prefix + "alerts.").read(),
                new RefundLimitsReader(settings, prefix).read());
    }

    private Optional<OmiseAccount> account(Mode mode) {
        String keys = prefix + mode.code() + ".";
        String expected = mode == Mode.TEST ? "skey_test_" : "skey_";
        return settings.text(keys + "secret-key").map(secretKey -> {
            boolean isTestKey = secretKey.startsWith("skey_test_");
            if (!secretKey.startsWith(expected) || (mode == Mode.LIVE && isTestKey)) {
                settings.reject(keys + "secret-key", "must start with " + expected + " (a " + mode.code() + " key)");
            }
            return new OmiseAccount(
                    id,
                    mode,
                    new Secret(secretKey),
                    settings.text(keys + "public-key"),
                    List.of("webhook-secret", "webhook-secret-previous").stream()
                            .flatMap(name -> webhookSecret(keys + name).stream())
                            .toList());
        });
    }

    private Optional<Secret> webhookSecret(String key) {
        return settings.parsed(
                key, "must be the Base64 text that Omise's dashboard shows, of 16 bytes at least", value -> {
                    if (Base64.getDecoder().decode(value).length < FEWEST_WEBHOOK_BYTES) {
                        throw new IllegalArgumentException("Too short");
                    }
                    return new Secret(value);
                });
    }

    private List<String> apiKeyHashes(Mode mode) {
        String key = prefix + mode.code() + ".api-key-sha256";
        return settings.list(key).stream()
                .filter(hash -> {
                    boolean valid = SHA256.matcher(hash).matches();
                    if (!valid) {
                        settings.reject(key, "must be SHA-256 in 64 lower-case hexadecimal digits");
                    }
                    return valid;
                })
                .toList();
    }

    private String country() {
        String country = settings.text(prefix + "country").orElse("TH");
        if (!COUNTRIES.contains(country)) {
            settings.reject(prefix + "country", "must be one of TH, SG, MY");
        }
        return country;
    }

    private Optional<OrderPortAddress> orderPort() {
        return new OrderPortReader(settings, prefix + "order-port.").read();
    }

    private boolean orderPortInProcess() {
        boolean inProcess = settings.flag(prefix + "order-port.in-process", false);
        if (inProcess && settings.text(prefix + "order-port.url").isPresent()) {
            settings.reject(prefix + "order-port.in-process", "cannot be true where order-port.url is set");
        }
        return inProcess;
    }

    private Set<URI> returnOrigins() {
        Set<URI> origins = new LinkedHashSet<>();
        for (String origin : settings.list(prefix + "return-origins")) {
            Optional<URI> known = origin(origin);
            known.ifPresent(origins::add);
            if (known.isEmpty()) {
                settings.reject(prefix + "return-origins", "must be a list of origins such as https://shop.example");
            }
        }
        return origins;
    }

    private static Optional<URI> origin(String text) {
        try {
            URI origin = URI.create(text);
            return Optional.of(origin).filter(known -> known.getScheme() != null && known.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private MethodSettings method(String code) {
        String method = prefix + "method." + code + ".";
        List<AmountRange> limits = List.of("THB", "SGD", "MYR").stream()
                .flatMap(currency -> settings
                        .parsed(
                                method + "limits." + currency,
                                "must be minimum-maximum in minor units, such as 2000-15000000",
                                value -> range(value, currency))
                        .stream())
                .toList();
        return new MethodSettings(
                settings.flag(method + "enabled", true),
                limits,
                settings.parsed(method + "refund-window", "must be an ISO-8601 duration such as P30D", Duration::parse),
                settings.text(method + "partial-refunds")
                        .map(ignored -> settings.flag(method + "partial-refunds", false)),
                settings.parsed(method + "position", "must be a whole number", Integer::valueOf)
                        .orElse(MethodSettings.LAST),
                labels(method),
                settings.parsed(method + "expiry", "must be an ISO-8601 duration such as PT15M", Duration::parse));
    }

    private Map<String, String> labels(String method) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Locale language : Languages.ALL) {
            String tag = language.toLanguageTag();
            settings.parsed(method + "label." + tag, "must be at most 60 characters", StoreReader::label)
                    .ifPresent(label -> labels.put(tag, label));
        }
        return labels;
    }

    private static String label(String text) {
        if (text.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("Too long");
        }
        return text;
    }

    private static AmountRange range(String value, String currency) {
        String[] ends = value.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("Two ends are needed");
        }
        return new AmountRange(
                Money.ofMinor(Long.parseLong(ends[0]), currency), Money.ofMinor(Long.parseLong(ends[1]), currency));
    }

    private DuplicatePaymentPolicy duplicatePaymentPolicy() {
        return settings.parsed(
                        prefix + "duplicate-payment-policy",
                        "must be flag or refund",
                        value -> DuplicatePaymentPolicy.valueOf(value.toUpperCase(Locale.ROOT)))
                .orElse(DuplicatePaymentPolicy.FLAG);
    }

    private LatePaymentPolicy latePaymentPolicy() {
        return settings.parsed(
                        prefix + "late-payment-policy",
                        "must be accept, accept_and_flag or refund",
                        value -> LatePaymentPolicy.valueOf(value.toUpperCase(Locale.ROOT)))
                .orElse(LatePaymentPolicy.ACCEPT_AND_FLAG);
    }
}
