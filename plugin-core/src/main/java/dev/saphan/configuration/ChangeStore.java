/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreChanged;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Changes settings of a store:
 *
 * <ol>
 *   <li>Reads the store as it would be. What is wrong is said and nothing is kept.
 *   <li>Asks Omise about keys that are new ({@link CheckKeys}), outside any transaction.
 *   <li>Keeps the settings and the act in one transaction, unless others changed settings meanwhile.
 *   <li>Tells this node's other parts; other nodes see the change within {@link LiveStores#FRESH}.
 * </ol>
 */
@Wired
public class ChangeStore {

    private final LiveStores stores;
    private final StoredSettings stored;
    private final SettingName names;
    private final CheckKeys checkKeys;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Event<StoreChanged> changed;

    @Inject
    ChangeStore(
            LiveStores stores,
            StoredSettings stored,
            SettingName names,
            CheckKeys checkKeys,
            AuditTrail trail,
            Transactions transactions,
            Event<StoreChanged> changed) {
        this.stores = stores;
        this.stored = stored;
        this.names = names;
        this.checkKeys = checkKeys;
        this.trail = trail;
        this.transactions = transactions;
        this.changed = changed;
    }

    /**
     * What came of it.
     *
     * @param findings why it was not kept, by setting; the empty name where it is about none
     */
    public record Outcome(Map<String, String> findings) {

        static final Outcome SAVED = new Outcome(Map.of());

        /** Somebody else changed settings after they were shown. */
        static final Outcome STALE = new Outcome(Map.of("", "stale"));

        public boolean isSaved() {
            return findings.isEmpty();
        }
    }

    /**
     * @param changes values by name; empty text takes a configured value away, an empty Optional lets it hold again
     * @param revision that was shown
     */
    public Outcome change(Who who, StoreId id, Map<String, Optional<String>> changes, long revision) {
        List<String> unknown =
                changes.keySet().stream().filter(name -> !names.isKnown(name)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("No settings of a store: " + unknown);
        }
        Store before = stores.get(id);
        Store after;
        try {
            after = stores.with(transactions.call(() -> applied(id, changes))).get(id);
        } catch (InvalidConfiguration e) {
            return new Outcome(byName(id, e.findings()));
        }
        Map<String, String> refused = new HashMap<>();
        newAccounts(before, after)
                .forEach(account -> checkKeys
                        .finding(after, account)
                        .ifPresent(finding -> refused.put(account.mode().code() + ".secret-key", finding)));
        if (!refused.isEmpty()) {
            return new Outcome(refused);
        }
        boolean kept = transactions.callAgainOnConflict(() -> keep(who, id, changes, revision));
        if (!kept) {
            return Outcome.STALE;
        }
        stores.refresh();
        changed.fire(new StoreChanged(id));
        return Outcome.SAVED;
    }

    private Map<String, String> applied(StoreId id, Map<String, Optional<String>> changes) {
        Map<String, String> all = new HashMap<>(stored.byKey());
        changes.forEach((name, value) ->
                value.ifPresentOrElse(text -> all.put(key(id, name), text.strip()), () -> all.remove(key(id, name))));
        return all;
    }

    private boolean keep(Who who, StoreId id, Map<String, Optional<String>> changes, long revision) {
        SettingsRevision current = stored.lock();
        if (current.revision() != revision) {
            return false;
        }
        changes.forEach((name, value) -> value.ifPresentOrElse(
                text -> stored.set(id, name, text.strip(), who.name()), () -> stored.remove(id, name)));
        current.next();
        trail.record(who, "settings.change", id, id.value(), told(changes));
        return true;
    }

    private static List<OmiseAccount> newAccounts(Store before, Store after) {
        List<OmiseAccount> fresh = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            OmiseAccount account = after.accounts().get(mode);
            OmiseAccount known = before.accounts().get(mode);
            boolean same = account != null
                    && known != null
                    && known.secretKey().reveal().equals(account.secretKey().reveal());
            if (account != null && !same) {
                fresh.add(account);
            }
        }
        return fresh;
    }

    private static String told(Map<String, Optional<String>> changes) {
        return new TreeMap<>(changes)
                .entrySet().stream()
                        .map(change -> change.getKey() + "="
                                + (SettingName.isSecret(change.getKey())
                                        ? "(secret)"
                                        : change.getValue().orElse("(as deployed)")))
                        .collect(Collectors.joining(", "));
    }

    static Map<String, String> byName(StoreId id, List<String> findings) {
        String prefix = key(id, "");
        Map<String, String> named = new HashMap<>();
        for (String finding : findings) {
            int space = finding.indexOf(' ');
            String key = finding.substring(0, space);
            named.put(key.startsWith(prefix) ? key.substring(prefix.length()) : "", finding.substring(space + 1));
        }
        return named;
    }

    static String key(StoreId id, String name) {
        return "saphan.store." + id + "." + name;
    }
}
