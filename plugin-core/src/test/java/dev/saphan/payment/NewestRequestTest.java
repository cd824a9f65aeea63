/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.history.History;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.language.Languages;
import dev.saphan.method.Channel;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentDetails;
import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the newest request for an open order says holds from then on, and the story tells what changed. */
@ParameterizedClass
@EnumSource(Database.class)
class NewestRequestTest {

    private static final URI FIRST = URI.create("https://shop.example/orders/1?basket=secret");
    private static final URI SECOND = URI.create("https://shop.example/orders/2?basket=other");

    private final String order = "O-" + UUID.randomUUID();

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void holdsFromThenOn() {
        PaymentId id = pay("atome_qr", asked(FIRST, Channel.ONLINE, Languages.ENGLISH, "{\"a\":1}"));

        PaymentId again = pay("atome_qr", asked(SECOND, Channel.COUNTER, Languages.THAI, "{\"a\":2}"));

        assertThat(again).isEqualTo(id);
        Payment payment = payment(id);
        assertThat(payment.returnUrl()).isEqualTo(SECOND);
        assertThat(payment.channel()).isEqualTo(Channel.COUNTER);
        assertThat(payment.locale()).isEqualTo(Languages.THAI);
        assertThat(payment.metadata()).isEqualTo("{\"a\":2}");
        assertThat(story(id))
                .containsSubsequence(
                        "payment.asked_again THB 1500.00 key",
                        "payment.channel_changed online to counter",
                        "payment.language_changed en to th",
                        "payment.return_changed https://shop.example/orders/2",
                        "payment.metadata_changed null",
                        "attempt.started atome_qr")
                .noneMatch(line -> line.contains("secret") || line.contains("other"));
    }

    @Test
    void isListedAtTheTillOnceItIsForTheCounter() {
        pay("atome_qr", asked(FIRST, Channel.ONLINE, Languages.ENGLISH, "{}"));
        assertThat(waiting()).isEmpty();

        pay("alipayplus_upm", asked(FIRST, Channel.COUNTER, Languages.ENGLISH, "{}"));
        assertThat(waiting()).hasSize(1);

        pay("alipay_cn", asked(FIRST, Channel.ONLINE, Languages.ENGLISH, "{}"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void keepsWhatItDoesNotSay() {
        PaymentId id = pay("alipayplus_upm", asked(FIRST, Channel.COUNTER, Languages.JAPANESE, "{\"a\":1}"));

        pay("barcode_wechat", silent(FIRST));

        Payment payment = payment(id);
        assertThat(payment.channel()).isEqualTo(Channel.COUNTER);
        assertThat(payment.locale()).isEqualTo(Languages.JAPANESE);
        assertThat(payment.metadata()).isEqualTo("{\"a\":1}");
        assertThat(payment.method()).contains("barcode_wechat");
        assertThat(story(id)).noneMatch(line -> line.contains("_changed"));
    }

    @Test
    void tellsNoChangeWhereOnlyTheWritingDiffers() {
        PaymentId id = pay("atome_qr", asked(FIRST, Channel.ONLINE, Languages.ENGLISH, "{\"a\":1,\"b\":2}"));

        pay("atome_qr", asked(FIRST, Channel.ONLINE, Languages.ENGLISH, "{\"b\":2,\"a\":1}"));

        assertThat(story(id)).noneMatch(line -> line.contains("_changed"));
    }

    @Test
    void changesNothingIfItIsRefused() {
        PaymentId id = pay("atome_qr", asked(FIRST, Channel.ONLINE, Languages.ENGLISH, "{\"a\":1}"));

        assertThatThrownBy(() -> pay("alipay_cn", asked(SECOND, Channel.COUNTER, Languages.THAI, "{}")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CHANNEL_NOT_SUPPORTED));

        assertThat(payment(id).returnUrl()).isEqualTo(FIRST);
        assertThat(payment(id).channel()).isEqualTo(Channel.ONLINE);
        assertThat(story(id)).noneMatch(line -> line.contains("_changed"));
    }

    @Test
    void answersAnEarlierKeyWhateverHasChangedSince() {
        PaymentOrder first = asked(FIRST, Channel.ONLINE, Languages.ENGLISH, "{}");
        PaymentId id = pay("atome_qr", first, "key", "hash", "bytes");
        pay("atome_qr", asked(SECOND, Channel.ONLINE, Languages.ENGLISH, "{}"));

        assertThat(pay("atome_qr", first, "key", "hash", "other bytes")).isEqualTo(id);

        assertThat(payment(id).returnUrl()).isEqualTo(SECOND);
    }

    @Test
    void knowsAKeyThatWasKeptByTheBytesOfItsRequest() {
        PaymentOrder first = asked(FIRST, Channel.ONLINE, Languages.ENGLISH, "{}");
        PaymentId id = pay("atome_qr", first, "key", "bytes", "bytes");

        assertThat(pay("atome_qr", first, "key", "hash", "bytes")).isEqualTo(id);
        assertThatThrownBy(() -> pay("atome_qr", first, "key", "hash", "other bytes"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    private PaymentId pay(String method, PaymentOrder asked) {
        return pay(method, asked, UUID.randomUUID().toString(), "hash", "hash");
    }

    private PaymentId pay(String method, PaymentOrder asked, String key, String content, String bytes) {
        return plugin.get(StartPayment.class)
                .start(new StartPayment.Request(
                        plugin.store(),
                        new IdempotencyKey(
                                plugin.store().id(),
                                plugin.mode(),
                                IdempotencyKey.PAYMENTS,
                                order + key,
                                content,
                                bytes),
                        asked,
                        Optional.of(
                                AttemptRequest.with(plugin.get(Methods.class).get(method))),
                        PaymentDetails.NONE,
                        Optional.empty()));
    }

    private PaymentOrder asked(URI returnUrl, Channel channel, Locale locale, String metadata) {
        return order(returnUrl, Optional.of(channel), Optional.of(locale), Optional.of(metadata));
    }

    private PaymentOrder silent(URI returnUrl) {
        return order(returnUrl, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private PaymentOrder order(
            URI returnUrl, Optional<Channel> channel, Optional<Locale> locale, Optional<String> metadata) {
        return new PaymentOrder(
                plugin.store().id(),
                plugin.mode(),
                order,
                Money.ofMinor(150_000, "THB"),
                channel,
                locale,
                returnUrl,
                metadata);
    }

    private Payment payment(PaymentId id) {
        return plugin.transactions()
                .call(() -> plugin.get(Payments.class).find(id).orElseThrow());
    }

    private List<Payment> waiting() {
        return plugin.transactions()
                .call(() -> plugin.get(Payments.class)
                        .waitingAtCounter(plugin.store().id(), order));
    }

    /** Each line as far as it is the same in every run. */
    private List<String> story(PaymentId id) {
        return plugin.transactions()
                .call(() -> plugin.get(History.class).of(id.value()).stream()
                        .map(entry -> entry.kind() + " " + entry.detail())
                        .map(line -> line.replaceFirst(" key .*", " key"))
                        .toList());
    }
}
