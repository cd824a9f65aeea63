/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.audit.AuditFilter;
import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.method.Methods;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings that an admin changes hold at once, are sealed, and are never half good. */
@ParameterizedClass
@EnumSource(Database.class)
class ChangeStoreTest {

    private static final Who ADMIN = new Who("an admin", "192.0.2.7");
    private static final StoreId STORE = TestPlugin.STORE;

    @Parameter
    Database database;

    private TestPlugin plugin;
    private final Map<String, Optional<String>> undo = new HashMap<>();

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @AfterEach
    void asBefore() {
        change(Map.copyOf(undo));
    }

    @Test
    void whatAnAdminSetsHoldsOverTheDeploymentAndCanBeTakenBack() {
        assertThat(set("name", "The corner shop").isSaved()).isTrue();
        assertThat(store().name()).isEqualTo("The corner shop");
        assertThat(view().isSetHere("name")).isTrue();

        change(Map.of("name", Optional.empty()));

        assertThat(store().name()).isEqualTo(STORE.value());
        assertThat(view().isSetHere("name")).isFalse();
    }

    @Test
    void anEmptyTextTakesAwayWhatTheDeploymentSays() {
        assertThat(store().account(Mode.TEST).webhookSecrets()).hasSize(1);

        set("test.webhook-secret", "");

        assertThat(store().account(Mode.TEST).webhookSecrets()).isEmpty();
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsKept() {
        ChangeStore.Outcome outcome = change(Map.of(
                "name", Optional.of("Kept?"),
                "country", Optional.of("XX"),
                "method.atome_qr.limits.THB", Optional.of("20")));

        assertThat(outcome.findings()).containsOnlyKeys("country", "method.atome_qr.limits.THB");
        assertThat(store().name()).isEqualTo(STORE.value());
    }

    @Test
    void keysAreAskedAboutBeforeTheyAreKept() {
        assertThat(set("test.secret-key", "skey_test_nobody_has_this").findings())
                .containsEntry("test.secret-key", "keys.refused");
        assertThat(set("country", "SG").findings())
                .as("a country without new keys is not asked about")
                .isEmpty();
        assertThat(change(Map.of(
                                "country", Optional.of("SG"),
                                "live.secret-key", Optional.of("skey_nobody_has_this_either")))
                        .findings())
                .containsOnlyKeys("live.secret-key");
    }

    @Test
    void whoeverSawOlderSettingsIsToldSo() throws Exception {
        long seen = view().revision();
        undo.put("name", Optional.empty());
        ExecutorService both = Executors.newFixedThreadPool(2);
        Callable<ChangeStore.Outcome> one =
                () -> plugin.get(ChangeStore.class).change(ADMIN, STORE, Map.of("name", Optional.of("One")), seen);
        Callable<ChangeStore.Outcome> another =
                () -> plugin.get(ChangeStore.class).change(ADMIN, STORE, Map.of("name", Optional.of("Another")), seen);

        List<Future<ChangeStore.Outcome>> done = both.invokeAll(List.of(one, another));
        both.shutdown();

        assertThat(List.of(done.get(0).get(), done.get(1).get()))
                .containsExactlyInAnyOrder(ChangeStore.Outcome.SAVED, ChangeStore.Outcome.STALE);
    }

    @Test
    void anotherNodeSeesItShortlyAfter() {
        LiveStores other = new LiveStores(
                plugin.get(LiveStores.class)::configured,
                plugin.get(Methods.class).codes(),
                plugin.get(StoredSettings.class),
                plugin.transactions(),
                plugin.clock());
        assertThat(other.get(STORE).name()).isEqualTo(STORE.value());

        set("name", "Changed elsewhere");
        plugin.clock().forward(LiveStores.FRESH);

        assertThat(other.get(STORE).name()).isEqualTo("Changed elsewhere");
        plugin.clock().reset();
    }

    @Test
    void nothingReadableLiesInTheDatabaseAndNoSecretIsShownOrTold() throws SQLException {
        change(Map.of(
                "order-port.url", Optional.of("https://shop.example/saphan"),
                "order-port.signing-secret", Optional.of("whsec_bXktc2FtcGxlLXNlY3JldC1mb3ItdGVzdHM=")));

        assertThat(column("select setting from store_setting"))
                .noneMatch(value -> value.contains("whsec") || value.contains("shop.example"));
        assertThat(view().value("order-port.signing-secret")).isEqualTo("••••dHM=");
        assertThat(view().value("test.secret-key")).startsWith("••••").doesNotContain("skey");
        AuditFilter filter =
                new AuditFilter(Set.of(STORE), false, "", "settings.change", "", Optional.empty(), Optional.empty());
        assertThat(plugin.transactions().call(() -> plugin.get(AuditTrail.class).before(Long.MAX_VALUE, filter, 1)))
                .extracting(entry -> entry.detail())
                .containsExactly("order-port.signing-secret=(secret), order-port.url=https://shop.example/saphan");
    }

    @Test
    void onlySettingsOfAStoreCanBeSet() {
        assertThatThrownBy(() -> change(Map.of("../../saphan.keyset", Optional.of("x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ChangeStore.Outcome set(String name, String value) {
        return change(Map.of(name, Optional.of(value)));
    }

    private ChangeStore.Outcome change(Map<String, Optional<String>> changes) {
        ChangeStore.Outcome outcome = plugin.get(ChangeStore.class).change(ADMIN, STORE, changes, view().revision());
        changes.keySet().forEach(name -> undo.put(name, Optional.empty()));
        return outcome;
    }

    private StoreSettings.View view() {
        return plugin.get(StoreSettings.class).of(STORE);
    }

    private Store store() {
        return plugin.store();
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = plugin.get(DataSource.class).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
