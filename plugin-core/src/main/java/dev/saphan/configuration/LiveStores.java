/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import dev.saphan.persistence.Transactions;
import dev.saphan.settings.ConfiguredStores;
import dev.saphan.settings.Lookup;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stores as the deployment's configuration and the settings in the database make them, those of the database over
 * the others. Changes that another node made are seen within {@link #FRESH}. While the database does not answer, or
 * holds what this version cannot use, the last good settings go on to hold.
 */
public final class LiveStores implements Stores {

    static final Duration FRESH = Duration.ofSeconds(2);

    /** Stands among the settings of a store that was added in the back office. */
    static final String ADDED = "added";

    private static final String NAMES = "saphan.stores";
    private static final Pattern ADDED_KEY = Pattern.compile("saphan\\.store\\.([a-z0-9-]+)\\." + ADDED);

    private static final Logger LOG = Logger.getLogger(LiveStores.class.getName());

    private final Lookup configured;
    private final List<String> methodCodes;
    private final StoredSettings stored;
    private final Transactions transactions;
    private final Clock clock;
    private volatile Snapshot snapshot;

    private record Snapshot(long revision, Instant checkedAt, ConfiguredStores stores) {

        Snapshot stillTrueAt(Instant now) {
            return new Snapshot(revision, now, stores);
        }
    }

    /**
     * @throws dev.saphan.settings.InvalidConfiguration with every bad setting; those of the database are read with the
     *     first question
     */
    public LiveStores(
            Lookup configured,
            List<String> methodCodes,
            StoredSettings stored,
            Transactions transactions,
            Clock clock) {
        this.configured = configured;
        this.methodCodes = List.copyOf(methodCodes);
        this.stored = stored;
        this.transactions = transactions;
        this.clock = clock;
        this.snapshot = new Snapshot(-1, Instant.EPOCH, ConfiguredStores.read(configured, methodCodes));
    }

    /** What the stores would be with those settings in the database. */
    ConfiguredStores with(Map<String, String> inDatabase) {
        return ConfiguredStores.read(over(inDatabase), methodCodes);
    }

    /** As the deployment's configuration has it, whatever the database says. */
    Optional<String> configured(String key) {
        return configured.value(key);
    }

    /** Reads the settings anew, now. */
    void refresh() {
        snapshot = inTransaction(() -> new Snapshot(stored.revision(), clock.instant(), with(stored.byKey())));
    }

    private ConfiguredStores current() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known.checkedAt().plus(FRESH).isAfter(now)) {
            return known.stores();
        }
        snapshot = known.stillTrueAt(now); // one thread looks, the others go on
        try {
            if (inTransaction(stored::revision) != known.revision()) {
                refresh();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Settings could not be read; the last ones hold: {0}", e.getMessage());
        }
        return snapshot.stores();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.isActive() ? work.get() : transactions.call(work);
    }

    private Lookup over(Map<String, String> inDatabase) {
        return key -> key.equals(NAMES)
                ? Optional.of(names(inDatabase))
                : Optional.ofNullable(inDatabase.get(key)).or(() -> configured.value(key));
    }

    /** Those of the deployment in its order, then those that were added. */
    private String names(Map<String, String> inDatabase) {
        Stream<String> deployed = configured.value(NAMES).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip);
        Stream<String> added = inDatabase.keySet().stream()
                .sorted()
                .map(ADDED_KEY::matcher)
                .filter(Matcher::matches)
                .map(key -> key.group(1));
        return Stream.concat(deployed, added).distinct().collect(Collectors.joining(","));
    }

    @Override
    public Optional<Store> find(StoreId id) {
        return current().find(id);
    }

    @Override
    public Optional<ApiCaller> callerWithKey(String apiKey) {
        return current().callerWithKey(apiKey);
    }

    @Override
    public Collection<Store> all() {
        return current().all();
    }
}
