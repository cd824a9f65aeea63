/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.Capability;
import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.MethodSettings.AmountRange;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.testing.InMemoryOmise;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.Steps;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which methods a cart is offered, and why the others are not. */
class OffersTest {

    private static final Methods METHODS = new Methods(List.of(
            new AlipayCn(), new AtomeQr(), new InstallmentPaynextExtraQr(), new AlipayplusUpm(), new BarcodeWechat()));

    private final InMemoryOmise omise = new InMemoryOmise(Clock.systemUTC(), Steps.NONE);
    private Optional<Capability> capability = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "ONLINE,alipay_cn atome_qr installment_paynext_extra_qr",
        "COUNTER,alipayplus_upm atome_qr barcode_wechat" + " installment_paynext_extra_qr"
    })
    void listsEveryMethodOfTheChannel(Channel channel, String codes) {
        assertThat(list(new OneStore().store(), Cart.of(baht(500_000), channel)))
                .extracting(offer -> offer.method().code())
                .containsExactlyInAnyOrder(codes.split(" ", -1));
    }

    @Test
    void listsUsableMethodsFirst() {
        Store store = with("alipay_cn", MethodSettings.OFF);

        assertThat(list(store, online(500_000))).extracting(Offer::isAvailable).containsExactly(true, true, false);
    }

    @ParameterizedTest
    @CsvSource({"1999,AMOUNT_BELOW_MINIMUM", "2000,", "5000000,", "5000001,AMOUNT_ABOVE_MAXIMUM"})
    void holdsTheMethodsOwnLimitsWithBothEndsIncluded(long amount, ErrorCode reason) {
        assertThat(reason(new OneStore().store(), online(amount))).isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @CsvSource({"99999,AMOUNT_BELOW_MINIMUM", "100000,", "6000000,", "6000001,AMOUNT_ABOVE_MAXIMUM"})
    void putsTheStoresLimitsInTheirPlace(long amount, ErrorCode reason) {
        Store store = with("atome_qr", limited(new AmountRange(baht(100_000), baht(6_000_000))));

        assertThat(reason(store, online(amount))).isEqualTo(Optional.ofNullable(reason));
        assertThat(atome(store, online(amount)).limits()).contains(new AmountRange(baht(100_000), baht(6_000_000)));
    }

    @Test
    void leavesTheLimitsOfOtherCurrenciesToTheMethod() {
        Store store = with("atome_qr", limited(new AmountRange(baht(1), baht(2))));

        assertThat(reason(store, Cart.of(Money.ofMinor(150, "SGD"), Channel.ONLINE)))
                .isEmpty();
        assertThat(reason(store, Cart.of(Money.ofMinor(149, "SGD"), Channel.ONLINE)))
                .contains(ErrorCode.AMOUNT_BELOW_MINIMUM);
    }

    @Test
    void appliesNoLimitsToACartWithoutAmount() {
        assertThat(reason(
                        new OneStore().store(),
                        new Cart(Optional.empty(), Currency.getInstance("THB"), Channel.ONLINE, Optional.empty())))
                .isEmpty();
    }

    @Test
    void saysThatACurrencyIsNotTaken() {
        assertThat(reason(new OneStore().store(), Cart.of(Money.ofMinor(5_000, "JPY"), Channel.ONLINE)))
                .contains(ErrorCode.CURRENCY_NOT_SUPPORTED);
        assertThat(atome(new OneStore().store(), Cart.of(Money.ofMinor(5_000, "JPY"), Channel.ONLINE))
                        .limits())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TH,", "SG,", "US,COUNTRY_NOT_SUPPORTED"})
    void holdsTheCountryOfTheSale(String country, ErrorCode reason) {
        Cart cart =
                new Cart(Optional.of(baht(500_000)), Currency.getInstance("THB"), Channel.ONLINE, Optional.of(country));

        assertThat(reason(new OneStore().store(), cart)).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void saysThatTheStorePausedAMethod() {
        Store store = with("atome_qr", MethodSettings.OFF);

        assertThat(reason(store, online(500_000))).contains(ErrorCode.SWITCHED_OFF);
    }

    @Test
    void offersOnlyWhatOmiseSwitchedOn() {
        capability = Optional.of(new Capability("TH", Map.of("alipay_cn", Set.of("THB"))));

        assertThat(reason(new OneStore().store(), online(500_000))).contains(ErrorCode.NOT_ENABLED_ON_ACCOUNT);
        assertThat(list(new OneStore().store(), online(500_000)).get(0).method().code())
                .isEqualTo("alipay_cn");
    }

    @Test
    void offersOnlyTheCurrenciesThatOmiseSwitchedOn() {
        capability = Optional.of(new Capability("TH", Map.of("atome_qr", Set.of("SGD"))));

        assertThat(reason(new OneStore().store(), online(500_000))).contains(ErrorCode.CURRENCY_NOT_SUPPORTED);
        assertThat(reason(new OneStore().store(), Cart.of(Money.ofMinor(5_000, "SGD"), Channel.ONLINE)))
                .isEmpty();
    }

    @Test
    void doesNotNarrowWhatOmiseWasNeverAskedFor() {
        assertThat(reason(new OneStore().store(), online(500_000))).isEmpty();
    }

    @Test
    void saysThatOmiseIsDownOnlyIfNothingElseIsInTheWay() {
        omise.beAvailable(false);

        assertThat(reason(new OneStore().store(), online(500_000))).contains(ErrorCode.GATEWAY_UNAVAILABLE);
        assertThat(reason(new OneStore().store(), online(1))).contains(ErrorCode.AMOUNT_BELOW_MINIMUM);
    }

    @Test
    void refusesAMethodByTheSameReasons() {
        Store store = new OneStore().store();
        PaymentMethod atome = METHODS.get("atome_qr");

        assertThatCode(() -> offers().check(atome, store, Mode.TEST, online(500_000)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> offers().check(atome, store, Mode.TEST, online(1)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.AMOUNT_BELOW_MINIMUM));
        assertThatThrownBy(() -> offers().check(METHODS.get("barcode_wechat"), store, Mode.TEST, online(500_000)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CHANNEL_NOT_SUPPORTED));
    }

    private Offers offers() {
        return new Offers(METHODS, new KnownCapability(capability), omise, new NoTransactions());
    }

    private List<Offer> list(Store store, Cart cart) {
        return offers().list(store, Mode.TEST, cart);
    }

    private Offer atome(Store store, Cart cart) {
        return list(store, cart).stream()
                .filter(offer -> offer.method().code().equals("atome_qr"))
                .findFirst()
                .orElseThrow();
    }

    private Optional<ErrorCode> reason(Store store, Cart cart) {
        return atome(store, cart).reason().map(Reason::code);
    }

    private static Store with(String method, MethodSettings settings) {
        return new OneStore(Map.of(method, settings)).store();
    }

    private static Cart online(long amount) {
        return Cart.of(baht(amount), Channel.ONLINE);
    }

    private static Money baht(long satang) {
        return Money.ofMinor(satang, "THB");
    }

    private static MethodSettings limited(AmountRange range) {
        return new MethodSettings(
                true,
                List.of(range),
                Optional.empty(),
                Optional.empty(),
                MethodSettings.LAST,
                Map.of(),
                Optional.empty());
    }
}
