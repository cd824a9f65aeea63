/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.language.Languages;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.OfferMethods;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentViews;
import dev.saphan.payment.RedirectShopper;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import dev.saphan.web.page.PaymentPage.AttemptText;
import dev.saphan.web.page.PaymentPage.MethodText;
import dev.saphan.web.page.PaymentPage.OfferText;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts payments into the words of a page. Call it inside a transaction: it reads the attempts. */
@Wired
public class PaymentPages {

    private static final Duration JUST_NOW = Duration.ofMinutes(15);
    private static final int MOST_STEPS = 6;

    private final Stores stores;
    private final Methods methods;
    private final OfferMethods offerMethods;
    private final RedirectShopper redirectShopper;
    private final Assets assets;
    private final Clock clock;

    @Inject
    PaymentPages(
            Stores stores,
            Methods methods,
            OfferMethods offerMethods,
            RedirectShopper redirectShopper,
            Assets assets,
            Clock clock) {
        this.stores = stores;
        this.methods = methods;
        this.offerMethods = offerMethods;
        this.redirectShopper = redirectShopper;
        this.assets = assets;
        this.clock = clock;
    }

    public PaymentPage of(Payment payment, Locale locale) {
        Store store = stores.get(payment.store());
        PageState state = PageState.of(payment, methods);
        Optional<Attempt> attempt = payment.paidAttempt().or(payment::newestAttempt);
        return new PaymentPage(
                payment.id().value(),
                state,
                payment.version(),
                store.name(),
                payment.mode() == Mode.TEST,
                payment.amount().format(locale),
                payment.orderReference(),
                payment.attempts().size(),
                payment.method()
                        .flatMap(methods::find)
                        .map(method -> method(method, store, locale))
                        .orElse(null),
                attempt.map(found -> attempt(found, store, locale)).orElse(null),
                state.isLive() ? offers(payment, store, locale) : List.of(),
                attempt.flatMap(Attempt::failureCode)
                        .map(code -> PaymentViews.failureSentence(code, locale))
                        .orElse(null),
                BackToShop.address(payment.returnUrl(), payment.id()).toString(),
                payment.liveAttempt()
                        .flatMap(redirectShopper::walletPage)
                        .map(PaymentPages::origin)
                        .orElse(null),
                payment.paidAt().map(time -> written(time, store, locale)).orElse(null),
                payment.paidAt()
                        .filter(time -> time.plus(JUST_NOW).isAfter(clock.instant()))
                        .isPresent(),
                payment.closedReason().map(ClosedReason::code).orElse(null));
    }

    private List<OfferText> offers(Payment payment, Store store, Locale locale) {
        return offerMethods.of(payment).stream()
                .map(offer -> new OfferText(
                        method(offer.method(), store, locale),
                        offer.isAvailable(),
                        offer.reason(locale).orElse(null)))
                .toList();
    }

    private MethodText method(PaymentMethod method, Store store, Locale locale) {
        return new MethodText(
                method.code(),
                method.descriptor().flow().code(),
                method.label(store, locale),
                method.texts().get(locale, "description"),
                assets.icon(method.code()),
                IntStream.rangeClosed(1, MOST_STEPS)
                        .mapToObj(step -> method.texts().find(locale, "step." + step))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static AttemptText attempt(Attempt attempt, Store store, Locale locale) {
        @Nullable
        Long expiresAt = attempt.expiresAt().map(Instant::toEpochMilli).orElse(null);
        return new AttemptText(
                attempt.id().value(),
                expiresAt,
                attempt.expiresAt().map(time -> written(time, store, locale)).orElse(null),
                attempt.qrSource().isPresent(),
                attempt.createdAt().toEpochMilli());
    }

    /** In the store's time; Thai readers count years as they do at home. */
    static String written(Instant time, Store store, Locale locale) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(store.timeZone());
        return (locale.equals(Languages.THAI) ? format.withChronology(ThaiBuddhistChronology.INSTANCE) : format)
                .format(time);
    }

    private static String origin(URI page) {
        return page.getScheme() + "://" + page.getRawAuthority();
    }
}
