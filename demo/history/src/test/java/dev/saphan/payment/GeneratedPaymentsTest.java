/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.saphan.call.GatewayCall;
import dev.saphan.history.HistoryEntry;
import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import dev.saphan.past.Past;
import dev.saphan.past.PastEvent;
import dev.saphan.past.PastPayment;
import dev.saphan.past.plugin.PluginDatabase;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundStatus;
import dev.saphan.secret.Digests;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Seal;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.webhook.InboundEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What was made up is to the plugin what it would have written itself. */
@ParameterizedClass
@ValueSource(strings = {"h2", "postgresql"})
class GeneratedPaymentsTest {

    private static final Instant PRESENT = Instant.parse("2026-03-31T13:00:00Z");
    private static final int COUNT = 800;

    @Parameter
    String database;

    private final Seal seal = Keyset.parse(Keyset.generate());
    private final Past past = new Past(7, COUNT, 60, PRESENT);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open) {
            resource.close();
        }
    }

    @Test
    void isReadByTheDomainAndAddsUp() throws SQLException, IOException {
        DataSource dataSource = dataSource();
        PluginDatabase plugin = new PluginDatabase(dataSource, "shop", "https://shop.example/orders", seal);
        List<Long> progress = new ArrayList<>();
        plugin.migrate();
        plugin.fillWithWork(past, PRESENT, progress::add);

        assertThat(progress).containsExactly((long) COUNT);
        EntityManager entities = entities(dataSource);
        Payments payments = new Payments(entities, seal);
        past.payments().forEach(made -> {
            Payment payment = payments.find(new PaymentId(made.id())).orElseThrow();
            requireSame(made, payment);
            requireSound(payment);
            requireRefundsAddUp(payment, refunds(entities, payment));
            assertThat(story(entities, payment)).hasSameSizeAs(made.story());
            requireMessages(made, payment, entities);
            entities.clear();
        });
        assertThat(entities.createQuery("select count(p) from Payment p", Long.class)
                        .getSingleResult())
                .isEqualTo(COUNT);
    }

    private void requireSame(PastPayment made, Payment payment) {
        assertThat(payment.amount()).isEqualTo(Money.ofMinor(made.amount(), "THB"));
        assertThat(payment.createdAt()).isEqualTo(made.created());
        assertThat(payment.channel()).isEqualTo(Channel.valueOf(made.method().channel()));
        assertThat(payment.attention().stream().map(Attention::name)).containsExactlyElementsOf(made.attention());
        assertThat(payment.metadata()).contains(made.description());
        assertThat(Digests.sha256(seal.open(payment.tokenSealed(), payment.id().value())))
                .isEqualTo(Digests.sha256(made.token()));
    }

    /** Of the last thirty days, and as many as the sides would have exchanged. */
    private static void requireMessages(PastPayment made, Payment payment, EntityManager entities) {
        List<String> charges = payment.attempts().stream()
                .flatMap(attempt -> attempt.chargeId().stream())
                .toList();
        List<InboundEvent> events = all(entities, InboundEvent.class, "e.chargeId in :of", charges);
        List<OrderCommand> commands = all(entities, OrderCommand.class, "e.subjectId in :of", List.of(made.id()));
        if (made.created().isBefore(PRESENT.minus(Duration.ofDays(30)))) {
            assertThat(events).isEmpty();
            assertThat(commands).isEmpty();
            return;
        }
        assertThat(events)
                .extracting(InboundEvent::eventId)
                .containsExactlyInAnyOrderElementsOf(
                        PastEvent.of(made).stream().map(PastEvent::id).toList());
        assertThat(events).allMatch(event -> event.isProcessed() && event.isGenuine() && !event.isListed());
        assertThat(commands)
                .allMatch(command -> command.status() == OrderCommand.Status.APPLIED)
                .allMatch(command -> command.sequence() <= made.steps());
        assertThat(commands.stream().anyMatch(command -> command.type().equals("payment.paid")))
                .isEqualTo(made.isPaid());
        assertThat(all(entities, GatewayCall.class, "e.subjectId in :of", charges(payment)))
                .hasSizeGreaterThanOrEqualTo(payment.attempts().size());
    }

    private static List<String> charges(Payment payment) {
        return payment.attempts().stream()
                .flatMap(attempt -> Stream.concat(Stream.of(attempt.id().value()), attempt.chargeId().stream()))
                .toList();
    }

    private static <T> List<T> all(EntityManager entities, Class<T> type, String which, List<String> of) {
        return entities.createQuery("select e from " + type.getSimpleName() + " e where " + which, type)
                .setParameter("of", of)
                .getResultList();
    }

    private static void requireSound(Payment payment) {
        for (int i = 0; i < payment.attempts().size(); i++) {
            assertThat(payment.attempts().get(i).number()).isEqualTo(i + 1);
            assertThat(payment.attempts().get(i).chargeId()).isPresent();
        }
        switch (payment.status()) {
            case PAID -> {
                Attempt paid = payment.paidAttempt().orElseThrow();
                assertThat(paid.status()).isEqualTo(AttemptStatus.SUCCESSFUL);
                assertThat(paid.method()).isEqualTo(payment.method().orElseThrow());
                assertThat(payment.paidAt().orElseThrow()).isAfter(payment.createdAt());
                assertThat(payment.liveAttempt()).isEmpty();
            }
            case CLOSED -> {
                assertThat(payment.closedReason()).isPresent();
                assertThat(payment.attempts()).noneMatch(attempt -> attempt.status() == AttemptStatus.SUCCESSFUL);
                assertThat(payment.liveAttempt()).isEmpty();
            }
            case OPEN -> {
                assertThat(payment.closesAt()).isAfter(PRESENT.minus(Duration.ofMillis(50)));
                assertThat(payment.paidAt()).isEmpty();
            }
        }
    }

    private static void requireRefundsAddUp(Payment payment, List<Refund> refunds) {
        Money sum = refunds.stream()
                .filter(refund -> refund.status() == RefundStatus.SUCCEEDED)
                .filter(refund -> refund.attempt()
                        .equals(payment.paidAttempt().orElseThrow().id()))
                .map(Refund::amount)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
        assertThat(payment.refunded()).isEqualTo(sum);
        refunds.forEach(refund -> {
            assertThat(payment.attempts())
                    .filteredOn(attempt -> attempt.id().equals(refund.attempt()))
                    .singleElement()
                    .matches(attempt -> attempt.status() == AttemptStatus.SUCCESSFUL);
            assertThat(refund.createdAt()).isAfter(payment.paidAt().orElseThrow());
            assertThat(refund.gatewayRefundId().isPresent()).isEqualTo(refund.status() == RefundStatus.SUCCEEDED);
        });
    }

    private static List<Refund> refunds(EntityManager entities, Payment payment) {
        return entities.createQuery("select r from Refund r where r.paymentId = :id", Refund.class)
                .setParameter("id", payment.id().value())
                .getResultList();
    }

    private static List<HistoryEntry> story(EntityManager entities, Payment payment) {
        return entities.createQuery("select h from HistoryEntry h where h.paymentId = :id", HistoryEntry.class)
                .setParameter("id", payment.id().value())
                .getResultList();
    }

    private EntityManager entities(DataSource dataSource) {
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                "saphan",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource));
        open.add(0, factory);
        return factory.createEntityManager();
    }

    private DataSource dataSource() throws IOException {
        HikariConfig config = new HikariConfig();
        if (database.equals("h2")) {
            config.setJdbcUrl("jdbc:h2:mem:generated;DB_CLOSE_DELAY=-1");
        } else {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            open.add(server);
            config.setDataSource(server.getPostgresDatabase());
        }
        HikariDataSource pool = new HikariDataSource(config);
        open.add(0, pool);
        return pool;
    }
}
