/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.alert;

import dev.saphan.gateway.GatewayDenied;
import dev.saphan.gateway.GatewayOutage;
import dev.saphan.gateway.GatewayRecovered;
import dev.saphan.job.JobGivenUp;
import dev.saphan.payment.AmountRefused;
import dev.saphan.payment.Attention;
import dev.saphan.payment.AttentionRaised;
import dev.saphan.payment.AttentionSettled;
import dev.saphan.payment.PaymentId;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.StoreId;
import dev.saphan.storefront.OrderPortTrouble;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the features report into alerts. What is reported inside a transaction is kept or lost with it; the rest is
 * written by itself, and never in the way of what was going on.
 */
@Wired
class RaiseAlerts {

    private static final Logger LOG = Logger.getLogger(RaiseAlerts.class.getName());

    private static final String GATEWAY = "omise";

    private final Alerts alerts;
    private final AnnounceAlert announce;
    private final Transactions transactions;

    @Inject
    RaiseAlerts(Alerts alerts, AnnounceAlert announce, Transactions transactions) {
        this.alerts = alerts;
        this.announce = announce;
        this.transactions = transactions;
    }

    void raise(@Observes AttentionRaised raised) {
        raiseAndAnnounce(
                raised.payment().store(),
                AlertKind.PAYMENT_ATTENTION,
                subject(raised.payment().id(), raised.kind()),
                raised.detail());
    }

    void settle(@Observes AttentionSettled settled) {
        alerts.settle(
                settled.payment().store(),
                AlertKind.PAYMENT_ATTENTION,
                subject(settled.payment().id(), settled.kind()),
                settled.by());
    }

    void raise(@Observes JobGivenUp givenUp) {
        Optional<Alert> raised =
                alerts.raise(null, AlertKind.WORK_GIVEN_UP, givenUp.job() + " " + givenUp.subject(), givenUp.error());
        if (!AnnounceAlert.isAnnouncing(givenUp.job())) {
            raised.ifPresent(announce::announce);
        }
    }

    void raise(@Observes AmountRefused refused) {
        String currency = refused.amount().currencyCode();
        raiseAndAnnounce(
                refused.store(),
                AlertKind.AMOUNT_REFUSED,
                refused.mode().code() + " " + refused.method() + " " + currency,
                refused.amount() + " by " + refused.method() + ". To change: "
                        + MethodSettings.limitsSetting(refused.store(), refused.method(), currency)
                        + ". Omise says: " + refused.word());
    }

    void raise(@Observes GatewayDenied denied) {
        raiseApart(
                denied.account().store(),
                AlertKind.GATEWAY_DENIED,
                denied.account().mode().code() + " " + denied.status(),
                denied.reason());
    }

    void raise(@Observes GatewayOutage outage) {
        raiseApart(null, AlertKind.GATEWAY_OUTAGE, GATEWAY, "since " + outage.since() + ": " + outage.reason());
    }

    void settle(@Observes GatewayRecovered recovered) {
        apart(GATEWAY, () -> alerts.settle(null, AlertKind.GATEWAY_OUTAGE, GATEWAY, "saphan"));
    }

    void raise(@Observes OrderPortTrouble trouble) {
        raiseApart(
                trouble.store(),
                trouble.refused() ? AlertKind.STOREFRONT_DENIED : AlertKind.STOREFRONT_UNUSABLE,
                trouble.refused() ? "order port" : trouble.command(),
                trouble.type() + ": " + trouble.answer());
    }

    private void raiseAndAnnounce(@Nullable StoreId store, AlertKind kind, String subject, String detail) {
        alerts.raise(store, kind, subject, detail).ifPresent(announce::announce);
    }

    static String subject(PaymentId payment, Attention kind) {
        return payment + ":" + kind.code();
    }

    private void raiseApart(@Nullable StoreId store, AlertKind kind, String subject, String detail) {
        apart(kind + " " + subject + ": " + detail, () -> raiseAndAnnounce(store, kind, subject, detail));
    }

    /** What it is about goes on, whether or not the alert could be written. */
    private void apart(String what, Runnable writing) {
        try {
            transactions.callAgainOnConflict(() -> {
                writing.run();
                return Boolean.TRUE;
            });
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "An alert could not be written: " + what);
        }
    }
}
