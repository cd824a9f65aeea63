/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.saphan.audit.AuditFilter;
import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.Node;
import dev.saphan.testing.Steps;
import dev.saphan.testing.TestClock;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** After the keyset was rotated, a click makes the settings independent of its older keys. */
@ParameterizedClass
@EnumSource(Database.class)
class SealSettingsAgainTest {

    private static final Who ADMIN = new Who("an admin", "192.0.2.7");
    private static final StoreId STORE = new StoreId("shop");

    @Parameter
    Database database;

    @Test
    void whatIsSealedAnewNeedsTheOlderKeyNoMore() throws GeneralSecurityException {
        DataSource data = database.open();
        String first = Keyset.generate();
        Rotation rotation = rotate(first);
        Node before = node(data, first);
        set(before, Map.of("name", Optional.of("The shop"), "time-zone", Optional.of("Asia/Singapore")));
        assertThat(count(before)).isEqualTo(new SealSettingsAgain.Count(2, 0));

        Node after = node(data, rotation.both());
        set(after, Map.of("country", Optional.of("SG")));
        assertThat(count(after)).isEqualTo(new SealSettingsAgain.Count(3, 2));
        assertThatThrownBy(() -> name(node(data, rotation.onlySecond()))).hasMessageContaining("keyset does not hold");

        assertThat(after.get(SealSettingsAgain.class).sealAgain(ADMIN)).isEqualTo(2);

        assertThat(count(after)).isEqualTo(new SealSettingsAgain.Count(3, 0));
        assertThat(name(after)).isEqualTo("The shop");
        assertThat(name(node(data, rotation.onlySecond()))).isEqualTo("The shop");
        assertThat(after.get(SealSettingsAgain.class).sealAgain(ADMIN)).isZero();
        AuditFilter filter =
                new AuditFilter(Set.of(), true, "", "settings.seal", "", Optional.empty(), Optional.empty());
        assertThat(after.get(Transactions.class)
                        .call(() -> after.get(AuditTrail.class).before(Long.MAX_VALUE, filter, 5)))
                .extracting(entry -> entry.actor() + " " + entry.detail())
                .containsExactly("an admin 0 settings", "an admin 2 settings");
    }

    @Test
    void aSealTellsWhichKeyItUsed() throws GeneralSecurityException {
        String first = Keyset.generate();
        Seal before = Keyset.parse(first);
        Seal after = Keyset.parse(rotate(first).both());
        String sealed = before.close("text", "row");

        assertThat(before.isOfNewestKey(sealed)).isTrue();
        assertThat(after.isOfNewestKey(sealed)).isFalse();
        assertThat(after.open(sealed, "row")).isEqualTo("text");
        assertThat(after.isOfNewestKey(after.close("text", "row"))).isTrue();
    }

    private record Rotation(String both, String onlySecond) {}

    /** As an operator does it with Tink's tool: a new key is added and made the primary one. */
    private static Rotation rotate(String keyset) throws GeneralSecurityException {
        KeysetHandle old = TinkJsonProtoKeysetFormat.parseKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        KeysetHandle both = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        KeysetHandle.Builder second = KeysetHandle.newBuilder(both);
        second.deleteAt(0);
        return new Rotation(json(both), json(second.build()));
    }

    private static String json(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static Node node(DataSource data, String keyset) {
        Map<String, String> settings = Map.of(
                "saphan.public-url", "https://pay.example/payments",
                "saphan.stores", STORE.value(),
                "saphan.store.shop.test.secret-key", "skey_test_1");
        return new Node(data, settings, new TestClock(), Keyset.parse(keyset), Steps.NONE, Map.of());
    }

    private static void set(Node node, Map<String, Optional<String>> changes) {
        long revision = node.get(StoreSettings.class).of(STORE).revision();
        assertThat(node.get(ChangeStore.class)
                        .change(ADMIN, STORE, changes, revision)
                        .isSaved())
                .isTrue();
    }

    private static SealSettingsAgain.Count count(Node node) {
        return node.get(SealSettingsAgain.class).count();
    }

    private static String name(Node node) {
        return node.get(StoreSettings.class).of(STORE).value("name");
    }
}
