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
import dev.saphan.gateway.Gateway;
import dev.saphan.job.Jobs;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.InMemoryOmise;
import dev.saphan.testing.Node;
import dev.saphan.testing.Steps;
import dev.saphan.testing.TestClock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that was added is one like the others, on every node, also after a start. */
@ParameterizedClass
@EnumSource(Database.class)
class AddStoreTest {

    private static final Who ADMIN = new Who("an admin", "192.0.2.7");
    private static final StoreId PIER = new StoreId("pier-7");
    private static final Map<String, String> SETTINGS = Map.of("name", "Pier 7", "time-zone", "Asia/Singapore");

    @Parameter
    Database database;

    private final Seal seal = Keyset.parse(Keyset.generate());
    private final TestClock clock = new TestClock();
    private DataSource data;
    private Node node;
    private Node other;

    @BeforeEach
    void start() {
        data = database.open();
        node = node();
        other = node();
    }

    @Test
    void isThereOnEveryNodeAndAfterAStart() {
        assertThat(other.get(LiveStores.class).find(PIER)).isEmpty();

        assertThat(add(PIER.value(), SETTINGS)).isEqualTo(ChangeStore.Outcome.SAVED);

        assertThat(node.get(LiveStores.class).get(PIER).name()).isEqualTo("Pier 7");
        clock.forward(LiveStores.FRESH);
        Store seen = other.get(LiveStores.class).get(PIER);
        assertThat(seen.timeZone().getId()).isEqualTo("Asia/Singapore");
        assertThat(node().get(LiveStores.class).all())
                .extracting(store -> store.id().value())
                .containsExactly("shop", "pier-7");
        AuditFilter filter =
                new AuditFilter(Set.of(PIER), false, "", "store.add", "", Optional.empty(), Optional.empty());
        assertThat(node.get(Transactions.class)
                        .call(() -> node.get(AuditTrail.class).before(Long.MAX_VALUE, filter, 5)))
                .hasSize(1);
    }

    @Test
    void getsKeysAndWorkLikeAnyOther() {
        add(PIER.value(), SETTINGS);
        long revision = node.get(StoreSettings.class).of(PIER).revision();

        ChangeStore.Outcome outcome = node.get(ChangeStore.class)
                .change(ADMIN, PIER, Map.of("test.secret-key", Optional.of("skey_test_2")), revision);

        assertThat(outcome.isSaved()).isTrue();
        assertThat(node.get(LiveStores.class).get(PIER).accounts()).containsOnlyKeys(Mode.TEST);
        assertThat(node.get(Jobs.class).due("backfill-events", "pier-7:test")).isPresent();
        assertThat(node.get(Jobs.class).due("refresh-capability", "pier-7:test"))
                .isPresent();
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsKept() {
        assertThat(add("Pier 7", SETTINGS).findings()).containsEntry("id", "store.id");
        assertThat(add("shop", SETTINGS).findings()).containsEntry("id", "store.taken");
        assertThat(add(PIER.value(), Map.of("time-zone", "Bangkok", "country", "XX"))
                        .findings())
                .containsOnlyKeys("time-zone", "country");
        assertThat(node.get(LiveStores.class).all()).hasSize(1);
        assertThatThrownBy(() -> add(PIER.value(), Map.of("../../saphan.keyset", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isAddedOnceThoughTwoNodesDo() {
        other.get(LiveStores.class).all();
        add(PIER.value(), SETTINGS);

        assertThat(other.get(AddStore.class)
                        .add(ADMIN, PIER.value(), Map.of("name", "Mine"))
                        .findings())
                .containsEntry("id", "store.taken");
        assertThat(node.get(LiveStores.class).get(PIER).name()).isEqualTo("Pier 7");
    }

    private ChangeStore.Outcome add(String id, Map<String, String> settings) {
        return node.get(AddStore.class).add(ADMIN, id, settings);
    }

    private Node node() {
        Map<String, String> settings = Map.of(
                "saphan.public-url", "https://pay.example/payments",
                "saphan.stores", "shop",
                "saphan.store.shop.test.secret-key", "skey_test_1");
        return new Node(
                data, settings, clock, seal, Steps.NONE, Map.of(Gateway.class, new InMemoryOmise(clock, Steps.NONE)));
    }
}
