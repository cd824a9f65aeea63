/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import dev.saphan.gateway.GatewayDenied;
import dev.saphan.job.JobGivenUp;
import dev.saphan.job.Jobs;
import dev.saphan.payment.Attention;
import dev.saphan.persistence.SchemaMigration;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Keyset;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.testing.Database;
import dev.saphan.testing.Node;
import dev.saphan.testing.Steps;
import dev.saphan.testing.TestClock;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts on their way to a real mail server and a real receiver of messages. */
@ParameterizedClass
@EnumSource(Database.class)
class AlertsGoOutTest {

    private static final StoreId STORE = new StoreId("shop");
    private static final String SECRET = "whsec_c2FwaGFuLWFsZXJ0LXNlY3JldC0wMDAwMDE=";

    private static final Map<Database, DataSource> OPEN = new EnumMap<>(Database.class);

    @Parameter
    Database database;

    private final int mailPort = freePort();
    private final GreenMail mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private HttpServer receiver;
    private volatile int answer = 204;
    private DataSource rows;
    private Node node;

    private record Received(HttpHeaders headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        mail.start();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/alerts", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
        settings.put("saphan.public-url", "https://pay.example/payments");
        settings.put("saphan.order-port.allow-private", "true");
        settings.put("saphan.stores", STORE.value());
        settings.put("saphan.store.shop.name", "The tea shop");
        settings.put("saphan.store.shop.test.secret-key", "skey_test_1");
        settings.put("saphan.store.shop.alerts.mail", "owner@shop.example, night@shop.example");
        settings.put(
                "saphan.store.shop.alerts.url",
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/alerts");
        settings.put("saphan.store.shop.alerts.signing-secret", SECRET);
        settings.put("saphan.mail.host", "127.0.0.1");
        settings.put("saphan.mail.port", String.valueOf(mailPort));
        settings.put("saphan.mail.encryption", "none");
        settings.put("saphan.mail.from", "saphan@pay.example");
        rows = OPEN.computeIfAbsent(database, AlertsGoOutTest::opened);
        sql("delete from scheduled_alerts");
        sql("delete from alert");
        node = node();
    }

    @AfterEach
    void stop() {
        mail.stop();
        receiver.stop(0);
    }

    @Test
    void goesOutOnceInBothLanguagesWithAWayToThePage() throws Exception {
        String alert = denied();

        node.run("mail-alert", alert);

        MimeMessage[] mails = mail.getReceivedMessages();
        assertThat(mails).as("one for each address").hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("[Saphan] Omise refuses us · The tea shop");
        assertThat(mails[0].getMessageID()).isEqualTo("<" + alert + "@pay.example>");
        assertThat(mails[0].getFrom()[0]).hasToString("saphan@pay.example");
        assertThat(String.valueOf(mails[0].getContent()))
                .contains("Omise does not accept the keys", "Omise ปฏิเสธเรา", "The tea shop")
                .contains("https://pay.example/payments/admin/attention.xhtml")
                .doesNotContain("skey", "a reason of Omise");
    }

    @Test
    void theMessageIsSignedAsThoseToStorefronts() throws Exception {
        String alert = denied();

        node.run("signal-alert", alert);

        assertThat(received).singleElement().satisfies(message -> {
            assertThat(message.headers().firstValue("webhook-id")).contains(alert);
            new Webhook(SECRET).verify(message.body(), message.headers());
            assertThat(message.body())
                    .contains("\"type\":\"alert.raised\"", "\"kind\":\"gateway_denied\"", "\"store\":\"The tea shop\"")
                    .contains("/payments/admin/attention.xhtml")
                    .doesNotContain("skey", "a reason of Omise");
        });
    }

    @Test
    void theSameTroubleAgainIsNotSentAgain() {
        String alert = denied();
        assertThat(due("mail-alert", alert)).isTrue();
        node.run("mail-alert", alert);
        forget("mail-alert", alert);

        assertThat(denied()).isEqualTo(alert);

        assertThat(due("mail-alert", alert)).isFalse();
    }

    @Test
    void whatIsRaisedInATransactionThatIsLostIsNotSent() {
        settings.put("saphan.alerts.mail", "operator@pay.example");
        node = node();
        assertThatThrownBy(() -> node.get(Transactions.class).run(() -> {
                    node.get(RaiseAlerts.class).raise(new JobGivenUp("watch-attempt", "att_1", "error"));
                    throw new IllegalStateException("the node dies");
                }))
                .hasMessage("the node dies");

        assertThat(scheduled()).isEmpty();
    }

    @Test
    void isSentAgainUnderTheSameIdWhenTheNodeDiesInBetween() throws Exception {
        String alert = denied();
        node.run("mail-alert", alert);
        node.run("signal-alert", alert);

        Node another = node();
        another.run("mail-alert", alert);
        another.run("signal-alert", alert);

        assertThat(Arrays.stream(mail.getReceivedMessages())
                        .map(AlertsGoOutTest::id)
                        .distinct())
                .containsExactly("<" + alert + "@pay.example>");
        assertThat(received).hasSize(2);
        assertThat(received.stream()
                        .map(each -> each.headers().firstValue("webhook-id"))
                        .distinct())
                .containsExactly(Optional.of(alert));
    }

    @Test
    void waitsForAServerThatIsDown() {
        String alert = denied();
        mail.stop();
        answer = 503;

        assertThatThrownBy(() -> node.run("mail-alert", alert))
                .isInstanceOf(AlertNotSent.class)
                .message()
                .doesNotContain("shop.example");
        assertThatThrownBy(() -> node.run("signal-alert", alert)).hasMessageContaining("503");

        mail.start();
        answer = 200;
        node.run("mail-alert", alert);
        node.run("signal-alert", alert);
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(received).hasSize(2);
    }

    @Test
    void whatSomebodySettledMeanwhileIsNotSentAnyMore() {
        String alert = denied();
        node.get(SettleAlert.class).settle(alert, "an admin");

        node.run("mail-alert", alert);
        node.run("signal-alert", alert);

        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(received).isEmpty();
    }

    @Test
    void aKindThatIsSilencedStaysInTheBackOffice() {
        settings.put("saphan.store.shop.alerts.send.gateway_denied", "false");
        node = node();

        String alert = denied();

        assertThat(scheduled()).isEmpty();
        assertThat(alert).isNotEmpty();
    }

    @Test
    void thatAnAlertCannotBeSentIsShownAndNotSent() {
        settings.put("saphan.alerts.mail", "operator@pay.example");
        node = node();

        givenUp("mail-alert");
        assertThat(scheduled()).isEmpty();
        assertThat(open()).hasSize(1);

        givenUp("watch-attempt");
        assertThat(scheduled()).as("other work is told to the operator").hasSize(1);
    }

    @Test
    void aTestSaysOfEachWayWhetherItWorks() {
        Store store = node.get(Stores.class).get(STORE);
        answer = 401;

        var results = node.get(SendTestAlert.class).send(store);

        assertThat(results.get(SendTestAlert.Way.MAIL)).isEmpty();
        assertThat(results.get(SendTestAlert.Way.MESSAGE)).contains("The receiver answered with status 401");
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(scheduled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail=owner",
                "mail=owner@shop.example\nBcc: x@example.com",
                "mail=<owner@shop.example>",
                "url=http://shop.example/alerts",
                "url=not an address",
                "signing-secret=secret",
                "signing-secret=",
                "send.gateway_denied=perhaps"
            })
    void aWrongAddressIsRefused(String setting) {
        int equals = setting.indexOf('=');
        settings.put("saphan.store.shop.alerts." + setting.substring(0, equals), setting.substring(equals + 1));

        assertThatThrownBy(() -> node().get(Stores.class))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("saphan.store.shop.alerts." + setting.substring(0, equals));
    }

    @Test
    void hasWordsForEverythingThatCanBeRaised() {
        Stream.concat(
                        Arrays.stream(Attention.values()).map(Attention::code),
                        Arrays.stream(AlertKind.values())
                                .filter(kind -> kind != AlertKind.PAYMENT_ATTENTION)
                                .map(AlertKind::code))
                .map(what -> new AlertNote("alr_1", "", what, Optional.empty(), "", Instant.EPOCH))
                .forEach(note -> assertThat(AlertWords.mail(note) + AlertWords.message(note))
                        .as(note.what())
                        .isNotBlank());
    }

    @Test
    void knowsTheKindsThatThereAre() {
        assertThat(dev.saphan.settings.AlertRouting.KINDS)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AlertKind.values()).map(AlertKind::code).toList());
    }

    /** Omise refuses the keys; answers the alert about it. */
    private String denied() {
        node.get(RaiseAlerts.class)
                .raise(new GatewayDenied(
                        node.get(Stores.class).get(STORE).account(Mode.TEST), 401, "a reason of Omise"));
        return open().get(0).id();
    }

    private void givenUp(String job) {
        node.get(Transactions.class)
                .run(() -> node.get(RaiseAlerts.class).raise(new JobGivenUp(job, "alr_1", "error")));
    }

    private List<Alert> open() {
        return node.get(Transactions.class).call(() -> node.get(Alerts.class).open());
    }

    private boolean due(String job, String alert) {
        return node.get(Transactions.class)
                .call(() -> node.get(Jobs.class).due(job, alert))
                .isPresent();
    }

    private void forget(String job, String alert) {
        sql("delete from scheduled_alerts where task_name = '" + job + "' and task_instance = '" + alert + "'");
    }

    private List<String> scheduled() {
        try (var connection = rows.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select task_name from scheduled_work")) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String text) {
        try (var connection = rows.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(text);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Node node() {
        return new Node(rows, settings, new TestClock(), Keyset.parse(Keyset.generate()), Steps.NONE, Map.of());
    }

    private static DataSource opened(Database database) {
        DataSource rows = database.open();
        SchemaMigration.migrate(rows);
        return rows;
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
