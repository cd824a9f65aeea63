/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import dev.saphan.configuration.ChangeStore;
import dev.saphan.configuration.StoreSettings;
import dev.saphan.secret.Digests;
import dev.saphan.secret.RandomToken;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.VisibleStore;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is made here and shown once: API keys and the secret that signs messages; and webhook secrets that are rotated. */
@Named("storeKeys")
@RequestScoped
public class StoreKeys {

    private static final String SHOWN_ONCE = "saphan.shown-once";
    private static final int PREFIX = 10;

    @Inject
    HttpServletRequest request;

    @Inject
    NextPage nextPage;

    @Inject
    VisibleStore visibleStore;

    @Inject
    StoreSettings storeSettings;

    @Inject
    ChangeStore changeStore;

    @Inject
    Person person;

    private String shownOnce = "";

    @PostConstruct
    void take() {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SHOWN_ONCE) instanceof String made) {
            session.removeAttribute(SHOWN_ONCE);
            shownOnce = made;
        }
    }

    /** An API key as it can still be shown. */
    public record ApiKey(String hash, String shown, String mode) {}

    /** The keys with which the storefront may call. */
    public List<ApiKey> getApiKeys() {
        return view().read().apiKeyHashes().entrySet().stream()
                .map(key -> new ApiKey(
                        key.getKey(),
                        key.getKey().substring(0, PREFIX),
                        key.getValue().code()))
                .toList();
    }

    /** The modes whose webhooks are still taken with the secret before the present one. */
    public List<String> getModesWithPreviousSecret() {
        Store store = view().read();
        return Arrays.stream(Mode.values())
                .filter(mode -> store.accounts().containsKey(mode)
                        && store.account(mode).webhookSecrets().size() > 1)
                .map(Mode::code)
                .toList();
    }

    public void makeApiKey() {
        Mode.ofCode(parameter("mode")).ifPresent(this::makeApiKey);
    }

    private void makeApiKey(Mode mode) {
        StoreSettings.View view = view();
        String key = "saphan_" + mode.code() + "_" + RandomToken.next();
        setApiKeys(view, mode, Stream.concat(hashes(view, mode), Stream.of(Digests.sha256(key))), key);
    }

    public void revokeApiKey() {
        String hash = parameter("hash");
        StoreSettings.View view = view();
        Optional.ofNullable(view.read().apiKeyHashes().get(hash))
                .ifPresent(mode -> setApiKeys(view, mode, hashes(view, mode).filter(known -> !known.equals(hash)), ""));
    }

    private void setApiKeys(StoreSettings.View view, Mode mode, Stream<String> hashes, String made) {
        change(view, Map.of(mode.code() + ".api-key-sha256", hashes.collect(Collectors.joining(","))), made);
    }

    private static Stream<String> hashes(StoreSettings.View view, Mode mode) {
        return view.read().apiKeyHashes().entrySet().stream()
                .filter(key -> key.getValue() == mode)
                .map(Map.Entry::getKey);
    }

    /** The storefront has to know it before it believes the next message. */
    public void makeSigningSecret() {
        String secret =
                "whsec_" + Base64.getEncoder().encodeToString(RandomToken.next().getBytes(StandardCharsets.US_ASCII));
        change(view(), Map.of("order-port.signing-secret", secret), secret);
    }

    public void forgetPreviousSecret() {
        Mode.ofCode(parameter("mode"))
                .ifPresent(mode -> change(view(), Map.of(mode.code() + ".webhook-secret-previous", ""), ""));
    }

    /** A new webhook secret does not end the one before: Omise signs with both for a day. */
    Map<String, Optional<String>> keepingThePreviousSecret(
            StoreSettings.View view, Map<String, Optional<String>> changes) {
        Store store = view.read();
        Map<String, Optional<String>> more = new HashMap<>();
        for (Mode mode : Mode.values()) {
            boolean rotated = changes.containsKey(mode.code() + ".webhook-secret")
                    && store.accounts().containsKey(mode)
                    && !view.value(mode.code() + ".webhook-secret").isEmpty();
            if (rotated) {
                more.put(
                        mode.code() + ".webhook-secret-previous",
                        Optional.of(store.account(mode).webhookSecrets().get(0).reveal()));
            }
        }
        return more;
    }

    /** Read once for an act: the keys that there are and the revision that they belong to. */
    private StoreSettings.View view() {
        return storeSettings.of(visibleStore.of(Role.ADMIN).id());
    }

    private void change(StoreSettings.View view, Map<String, String> values, String made) {
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        values.forEach((name, value) -> changes.put(name, Optional.of(value)));
        ChangeStore.Outcome outcome = changeStore.change(person.who(), view.store(), changes, view.revision());
        if (outcome.isSaved() && !made.isEmpty()) {
            request.getSession(true).setAttribute(SHOWN_ONCE, made);
        }
        nextPage.show(PageAddress.of("settings.xhtml")
                .with("store", view.store().value())
                .with("done", outcome.isSaved() ? "saved" : "refused"));
    }

    /** What was just made; gone with the next page. */
    public String getShownOnce() {
        return shownOnce;
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
