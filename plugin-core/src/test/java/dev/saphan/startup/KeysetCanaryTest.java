/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.persistence.SchemaMigration;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.testing.Database;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A node works with the keyset that its database was sealed with, or not at all. */
@ParameterizedClass
@EnumSource(Database.class)
class KeysetCanaryTest {

    private static final String FILE = "keyset.json";

    @Parameter
    Database database;

    @TempDir
    Path data;

    private DataSource rows;

    @BeforeEach
    void openAnEmptyDatabase() {
        rows = database.open();
    }

    @Test
    void startsAgainWithTheKeysetThatAnEmptyDatabaseGot() {
        start();

        assertThat(data.resolve(FILE)).exists();
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherKeyset() {
        SchemaMigration.migrate(rows);
        KeysetCanary.check(rows, Keyset.parse(Keyset.generate()));

        assertThatThrownBy(() -> KeysetCanary.check(rows, Keyset.parse(Keyset.generate())))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("saphan.keyset")
                .hasMessageContaining("sealed with another");
    }

    @Test
    void makesNoKeysetInTheStepsOfOneThatWasLost() throws Exception {
        start();
        Files.delete(data.resolve(FILE));

        assertThatThrownBy(this::start)
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("is missing, and the database holds what it sealed");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void knowsThePaymentsOfAVersionThatLeftNoWord() throws SQLException {
        SchemaMigration.migrate(rows);
        Seal right = Keyset.parse(Keyset.generate());
        run(
                "insert into payment (id, version, store_id, mode, order_reference, status, amount_minor, currency, refunded_minor,"
                        + " channel, locale, return_url, token_hash, token_sealed, metadata, message_sequence, created_at,"
                        + " changed_at, closes_at) values ('pay_1', 0, 'shop', 'test', 'A-1', 'open', 100, 'THB', 0, 'online',"
                        + " 'th', 'https://shop.example/', 'hash', '" + right.close("token", "pay_1")
                        + "', '{}', 0, current_timestamp, current_timestamp, current_timestamp)");

        assertThatThrownBy(() -> KeysetCanary.check(rows, Keyset.parse(Keyset.generate())))
                .isInstanceOf(InvalidConfiguration.class);
        assertThatThrownBy(this::start).isInstanceOf(InvalidConfiguration.class);

        KeysetCanary.check(rows, right);
        run("delete from payment");
        assertThatThrownBy(() -> KeysetCanary.check(rows, Keyset.parse(Keyset.generate())))
                .as("the word was left")
                .isInstanceOf(InvalidConfiguration.class);
    }

    @Test
    void knowsTheSettingsOfAVersionThatLeftNoWord() throws SQLException {
        SchemaMigration.migrate(rows);
        Seal right = Keyset.parse(Keyset.generate());
        run(
                "insert into store_setting (id, store_id, name, setting, changed_at, changed_by) values ('shop/name', 'shop',"
                        + " 'name', '" + right.close("A shop", "shop/name") + "', current_timestamp, 'admin')");

        assertThatThrownBy(() -> KeysetCanary.check(rows, Keyset.parse(Keyset.generate())))
                .isInstanceOf(InvalidConfiguration.class);
        assertThatCode(() -> KeysetCanary.check(rows, right)).doesNotThrowAnyException();
    }

    private void start() {
        Seal seal = new StartupBeans().seal(deployment(), rows);
        SchemaMigration.migrate(rows);
        KeysetCanary.check(rows, seal);
    }

    private Deployment deployment() {
        return DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("saphan.public-url", "https://pay.example/payments", "saphan.data-dir", data.toString()),
                        "test",
                        100))
                .build());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = rows.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
