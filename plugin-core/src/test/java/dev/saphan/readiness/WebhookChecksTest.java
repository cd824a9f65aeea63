/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.gateway.SentEvent;
import dev.saphan.gateway.SentEvent.Sending;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.payment.Order;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.Mode;
import dev.saphan.testing.Database;
import dev.saphan.testing.Eventually;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.TestPlugin;
import dev.saphan.webhook.InboundEvents;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether webhooks come, by what Omise says that it sent and by what lies in the inbox. */
@ParameterizedClass
@EnumSource(Database.class)
class WebhookChecksTest {

    private static final String OURS = "https://pay.example/payments/webhooks/omise/shop";

    @Parameter
    Database database;

    private final AskedOmise omise = new AskedOmise();
    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void aWebhookThatCameIsSeenToHaveCome() {
        plugin.omise().faults().clear();
        Order.in(plugin).by("atome_qr").pay();
        Deployment deployment = asOmiseKnowsUs();

        Eventually.eventually(() -> assertThat(
                        arrival(deployment, plugin.get(Gateway.class)).code())
                .isEqualTo("arrived"));
    }

    @Test
    void anEventThatOmiseSentAndThatIsNotInTheInboxFails() {
        told(sent(plugin.clock().instant(), new Sending(OURS, Optional.of(200))));

        assertThat(arrival().code()).isEqualTo("not_kept");
    }

    @Test
    void aWebhookThatWasNotAnsweredWellFails() {
        told(sent(plugin.clock().instant(), new Sending(OURS, Optional.of(401))));
        assertThat(arrival().facts()).contains("charge.complete", "401");
        told(sent(plugin.clock().instant(), new Sending(OURS, Optional.empty())));
        assertThat(arrival().code()).isEqualTo("not_taken");
        assertThat(arrival().verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aWebhookThatWentElsewhereWasNotSentToUs() {
        told(sent(hourAgo(), new Sending("https://other.example/hook", Optional.of(200))));

        assertThat(arrival().code()).isEqualTo("not_sent");
    }

    @Test
    void anEventOfThisMomentMayBeOnItsWay() {
        told(sent(plugin.clock().instant()), sent(hourAgo(), new Sending(OURS, Optional.of(500))));

        assertThat(arrival().code()).isEqualTo("not_taken");
    }

    @Test
    void withoutAnEventAPersonHasToMakeOne() {
        assertThat(arrival()).isEqualTo(Finding.unknown("no_event"));
    }

    @Test
    void anOmiseThatIsAwayLeavesItOpen() {
        omise.events = new Answer.NotSent<>("circuit open");

        assertThat(arrival()).isEqualTo(Finding.unknown("not_reached", "circuit open"));
    }

    @Test
    void theAddressAtOmiseHasToBeThisStores() {
        omise.account(false, "TH", OURS);
        assertThat(address()).isEqualTo(Finding.passed("here", OURS));
        omise.account(false, "TH", "https://staging.example/payments/webhooks/omise/shop");
        assertThat(address().code()).isEqualTo("elsewhere");
        omise.account(false, "TH", "");
        assertThat(address()).isEqualTo(Finding.failed("none", OURS));
        omise.account = new Answer.Unknown<>("status 502");
        assertThat(address().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void theSecretHasToBeKnownWhereSignaturesAreAskedFor() {
        WebhookSecretCheck check = new WebhookSecretCheck();

        assertThat(check.look(subject())).isEqualTo(Finding.passed("known"));
        assertThat(check.look(new Subject(plugin.strictStore(), Mode.TEST))).isEqualTo(Finding.warning("unsigned"));
        assertThat(check.look(new Subject(new OneStore().store(), Mode.TEST))).isEqualTo(Finding.failed("missing"));
    }

    private void told(SentEvent... events) {
        omise.events = new Answer.Ok<>(List.of(events));
    }

    private static SentEvent sent(Instant at, Sending... sendings) {
        return new SentEvent(
                new GatewayEvent("evnt_test_nobody", "charge.complete", false, Optional.empty()),
                Optional.of(at),
                List.of(sendings));
    }

    private Instant hourAgo() {
        return plugin.clock().instant().minus(Duration.ofHours(1));
    }

    private Finding arrival() {
        return arrival(plugin.get(Deployment.class), omise);
    }

    private Finding arrival(Deployment deployment, Gateway gateway) {
        return new WebhookArrivalCheck(
                        gateway, plugin.get(InboundEvents.class), deployment, plugin.transactions(), plugin.clock())
                .look(subject());
    }

    private Finding address() {
        return new WebhookAddressCheck(omise, plugin.get(Deployment.class)).look(subject());
    }

    private Subject subject() {
        return new Subject(plugin.store(), Mode.TEST);
    }

    /** With the public address under which the simulator delivers. */
    private Deployment asOmiseKnowsUs() {
        Answer<GatewayAccount> account =
                plugin.get(Gateway.class).account(plugin.store().account(Mode.TEST));
        String hook = ((Answer.Ok<GatewayAccount>) account).value().webhookUri().orElseThrow();
        return DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("saphan.public-url", hook.replace("/webhooks/omise/shop", "")), "test", 100))
                .build());
    }
}
