/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.identity.Ids;
import dev.saphan.payment.Order;
import dev.saphan.payment.PaymentId;
import dev.saphan.secret.RandomToken;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Mode;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets of every kind are put into every place that a bundle reads, and none comes out of it. */
@ParameterizedClass
@EnumSource(Database.class)
class WriteBundleTest {

    private static final Logger LOG = Logger.getLogger("dev.saphan.support.test");
    private static final OffsetDateTime TIME = OffsetDateTime.of(2026, 3, 2, 5, 0, 0, 0, ZoneOffset.UTC);

    @Parameter
    Database database;

    private TestPlugin plugin;
    private PaymentId payment;
    private String charge;
    private RecentLog log;

    @BeforeEach
    void pay() {
        plugin = TestPlugin.on(database);
        plugin.omise().faults().clear();
        log = plugin.get(RecentLog.class);
        log.begin();
        Order order = Order.in(plugin).by("atome_qr");
        payment = order.pay();
        charge = Objects.requireNonNull(order.view(payment).attempts().get(0).chargeId());
        plugin.omise().approveInWallet(charge);
        eventually(() -> assertThat(order.view(payment).status()).isEqualTo("paid"));
        eventually(() ->
                assertThat(plugin.storefront().toldAbout(order.reference())).contains("payment.paid"));
    }

    @AfterEach
    void clean() throws SQLException {
        log.end();
        execute("delete from job_failure where job = 'planted'");
        execute("delete from alert where subject = 'planted'");
    }

    @Test
    void noSecretComesOutOfAnyPlace() throws Exception {
        Map<String, String> secrets = secrets();
        plant(secrets);
        secrets.forEach((name, secret) -> LOG.log(Level.WARNING, "MARK-log {0} end", written(name, secret)));

        Map<String, String> files = read(bundle(true, Map.of("go-live.txt", "MARK-list " + all(secrets))));

        assertThat(found(files, secrets)).isEmpty();
        assertThat(String.join("\n", files.values()))
                .contains(
                        "MARK-metadata",
                        "MARK-event",
                        "MARK-payload",
                        "MARK-delivery",
                        "MARK-answer",
                        "MARK-story",
                        "MARK-alert",
                        "MARK-work",
                        "MARK-log",
                        "MARK-list",
                        "MARK-server");
    }

    @Test
    void aSecretThatIsThereWouldBeFound() throws Exception {
        Map<String, String> secrets = secrets();

        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("a.txt"));
                zip.write(("a line\nwith " + secret.getValue() + " in it\n")
                        .repeat(3)
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            assertThat(found(read(bytes.toByteArray()), secrets)).contains(secret.getKey() + " in a.txt");
        }
    }

    @Test
    void tellsWhatIsNeededToUnderstand() throws Exception {
        Map<String, String> files = read(bundle(true, Map.of("go-live.txt", "[Passed] Keys")));

        assertThat(files.keySet())
                .containsExactly(
                        "1-about.txt",
                        "2-settings.txt",
                        "3-counts.txt",
                        "4-trouble.txt",
                        "5-payment.txt",
                        "6-log.txt",
                        "go-live.txt");
        assertThat(files.get("1-about.txt")).contains("Java: 17", "Schema: ", "Database: ");
        assertThat(files.get("2-settings.txt")).contains("test.secret-key: (set)", "test.webhook-secret: (set)");
        assertThat(files.get("3-counts.txt")).contains("TEST PAID: ");
        assertThat(files.get("5-payment.txt"))
                .contains(payment.value(), charge, "attempt.successful", "charge.complete", "payment.paid", "150000");
    }

    @Test
    void anAdminOfOneStoreGetsNothingOfTheInstallation() throws Exception {
        insertFailure("MARK-work");
        LOG.warning("MARK-log");

        Map<String, String> files = read(bundle(false, Map.of()));

        assertThat(String.join("\n", files.values())).doesNotContain("MARK-work", "MARK-log", "all stores");
        assertThat(files.get("6-log.txt")).contains("Left out");
    }

    @Test
    void theLogOfPeopleIsNotKept() throws Exception {
        Logger.getLogger("dev.saphan.user.BootstrapUsers").warning("MARK-people");
        LOG.warning("MARK-others");

        assertThat(read(bundle(true, Map.of())).get("6-log.txt"))
                .contains("MARK-others")
                .doesNotContain("MARK-people");
    }

    @Test
    void aPaymentOfAnotherStoreIsNotTold() throws Exception {
        BundleRequest request = new BundleRequest(plugin.strictStore(), Optional.of(payment), true, "", Map.of());

        assertThat(read(write(request)).get("5-payment.txt"))
                .contains("no such payment")
                .doesNotContain(charge);
    }

    private Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put(
                "our secret key", plugin.store().account(Mode.TEST).secretKey().reveal());
        secrets.put(
                "our webhook secret",
                plugin.store().account(Mode.TEST).webhookSecrets().get(0).reveal());
        secrets.put("our keyset", plugin.get(Deployment.class).keyset().orElseThrow());
        secrets.put(
                "our keyset's key",
                plugin.get(Deployment.class).keyset().orElseThrow().replaceAll("(?s).*\"value\":\"([^\"]+)\".*", "$1"));
        secrets.put("our database password", "correct-horse-battery");
        secrets.put("our admin's password", "purple-monkey-dishwasher");
        secrets.put(
                "our API key's hash",
                plugin.store().apiKeyHashes().keySet().iterator().next());
        secrets.put("a live secret key", "skey_5xuy4w91xqz7d1w9u0t");
        secrets.put("a public key", "pkey_test_5xuy4w91xqz7d1w9u0t");
        secrets.put("a webhook secret", "bm90LW91ci13ZWJob29rLXNlY3JldC1idXQtb25lLW1vcmU=");
        secrets.put("a signing secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        secrets.put("an API key", "saphan_test_" + RandomToken.next());
        secrets.put("a one-time password", "k7mn-p2qr-stuv-wxyz-3456");
        secrets.put("a page token", RandomToken.next());
        secrets.put("a page", "/payments/pay/s3cr3t-page");
        secrets.put("a header", "dXNlcjpwYXNzd29yZA==");
        secrets.put("a card", "4242424242424242");
        secrets.put("a card with spaces", "4242 4242 4242 4242");
        secrets.put("a card with dashes", "5555-5555-5555-4444");
        secrets.put("a barcode", "287635483726354412");
        secrets.put("a mail address", "somchai.j@example.com");
        secrets.put("a phone number", "+66 81 234 5678");
        secrets.put("a phone number at home", "0812345678");
        secrets.put("a network address", "203.0.113.7");
        return secrets;
    }

    /** As somebody would write it by mistake. */
    private static String written(String name, String secret) {
        return switch (name) {
            case "a page" -> "https://pay.example" + secret;
            case "a header" -> "Authorization: Basic " + secret;
            default -> secret;
        };
    }

    private static String all(Map<String, String> secrets) {
        StringBuilder text = new StringBuilder();
        secrets.forEach((name, secret) ->
                text.append(name).append(' ').append(written(name, secret)).append(" , "));
        return text.toString();
    }

    private static String json(String mark, Map<String, String> secrets) {
        return Json.createObjectBuilder()
                .add("mark", mark)
                .add("note", all(secrets))
                .add("name", "Somchai Jaidee")
                .add("barcode", secrets.get("a barcode"))
                .add("pan", 4242424242424242L)
                .add("inner", "{\"email\": \"" + secrets.get("a mail address") + "\"}")
                .build()
                .toString();
    }

    private void plant(Map<String, String> secrets) throws SQLException {
        execute("update payment set metadata = ? where id = ?", json("MARK-metadata", secrets), payment.value());
        execute("update inbound_event set body = ? where charge_id = ?", json("MARK-event", secrets), charge);
        execute(
                "update order_command set payload = ? where subject_id = ?",
                json("MARK-payload", secrets),
                payment.value());
        int number = 1000;
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            String text = written(secret.getKey(), secret.getValue()) + " end";
            String shortText = text.length() > 150 ? text.substring(0, 150) : text;
            insertFailure("MARK-work " + cut(text, 450));
            execute(
                    "insert into alert (id, version, store_id, kind, subject, detail, times, raised_at, last_at)"
                            + " values (?, 0, 'shop', 'STOREFRONT_UNUSABLE', 'planted', ?, 1, ?, ?)",
                    Ids.next("alr"),
                    "MARK-alert " + text,
                    TIME,
                    TIME);
            execute(
                    "insert into history (id, payment_id, happened_at, actor, kind, detail) values (?, ?, ?, 'x', 'x', ?)",
                    Ids.next("his"),
                    payment.value(),
                    TIME,
                    "MARK-story " + text);
            String command = Ids.next("cmd");
            execute(
                    "insert into order_command (id, store_id, mode, subject_id, sequence, type, payload, status,"
                            + " deliveries, last_answer, created_at)"
                            + " values (?, 'shop', 'TEST', ?, ?, 'payment.paid', '{}', 'UNUSABLE', 1, ?, ?)",
                    command,
                    payment.value(),
                    number++,
                    "MARK-answer " + shortText,
                    TIME);
            execute(
                    "insert into order_delivery (id, command_id, number, delivered_at, millis, answer)"
                            + " values (?, ?, 1, ?, 1, ?)",
                    Ids.next("dlv"),
                    command,
                    TIME,
                    "MARK-delivery " + shortText);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private void insertFailure(String error) throws SQLException {
        String subject = Ids.next("x");
        execute(
                "insert into job_failure (id, job, subject, failures, error, dead, first_failed_at, last_failed_at)"
                        + " values (?, 'planted', ?, 3, ?, true, ?, ?)",
                "planted/" + subject,
                subject,
                error,
                TIME,
                TIME);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = plugin.get(DataSource.class).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private byte[] bundle(boolean installation, Map<String, String> checklists) throws IOException {
        String server =
                "MARK-server " + plugin.store().account(Mode.TEST).secretKey().reveal();
        return write(new BundleRequest(plugin.store(), Optional.of(payment), installation, server, checklists));
    }

    private byte[] write(BundleRequest request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        plugin.get(WriteBundle.class).write(request, bytes);
        return bytes.toByteArray();
    }

    private static Map<String, String> read(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** Which of them stand where. */
    private static List<String> found(Map<String, String> files, Map<String, String> secrets) {
        return files.entrySet().stream()
                .flatMap(file -> secrets.entrySet().stream()
                        .filter(secret -> file.getKey().contains(secret.getValue())
                                || file.getValue().contains(secret.getValue()))
                        .map(secret -> secret.getKey() + " in " + file.getKey()))
                .toList();
    }
}
