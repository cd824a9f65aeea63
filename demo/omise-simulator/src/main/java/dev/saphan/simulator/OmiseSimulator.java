/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.ChargeStatus;
import dev.saphan.simulator.charge.Dispute;
import dev.saphan.simulator.code.Outcome;
import dev.saphan.simulator.control.Books;
import dev.saphan.simulator.fault.Faults;
import dev.saphan.simulator.http.ReceivedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The documented Omise API on a loopback port, with what a test or a demo wants to do from the outside: look into the
 * books, play the shopper, let things go wrong. {@link OmiseSimulatorBuilder#start} starts it, {@link #close} ends it.
 */
public final class OmiseSimulator implements AutoCloseable {

    private final Parts parts;

    OmiseSimulator(OmiseSimulatorBuilder settings) {
        parts = new Parts(settings);
    }

    public static OmiseSimulatorBuilder builder() {
        return new OmiseSimulatorBuilder();
    }

    /** Base of the API, without a slash at the end. */
    public URI url() {
        return parts.publicUrl;
    }

    public int port() {
        return parts.server.port();
    }

    public String publicKey() {
        return account().publicKey();
    }

    public String secretKey() {
        return account().secretKey();
    }

    /** Base64 text. */
    public String webhookSecret() {
        return account().webhookSecret();
    }

    /** The first account, as it is now. */
    public Account account() {
        return parts.accounts.get(parts.accountId);
    }

    /** Another merchant beside the first one; the same id again replaces it. */
    public void add(Account account) {
        parts.accounts.save(account);
    }

    /** Where the first account's webhooks go from now on; null for nowhere. */
    public void webhookEndpoint(@Nullable URI endpoint) {
        parts.accounts.change(parts.accountId, account -> account.withWebhookEndpoint(endpoint));
    }

    /** From now on webhooks of the first account carry a signature of the old and one of the new secret. */
    public void rollWebhookSecret(String newBase64) {
        parts.accounts.change(parts.accountId, account -> account.rolling(newBase64));
    }

    /** The roll is over: only the newest secret signs. */
    public void endRoll() {
        parts.accounts.change(parts.accountId, account -> account.withWebhookSecret(account.webhookSecret()));
    }

    public Books books() {
        return parts.bookkeeper.books();
    }

    public Faults faults() {
        return parts.faults;
    }

    public void markAsPaid(String chargeId) {
        parts.charges.pay(parts.charges.get(chargeId).id());
    }

    /** The wallet reports a success after the charge had expired or failed. */
    public void payLate(String chargeId) {
        parts.charges.payLate(parts.charges.get(chargeId).id());
    }

    public void markAsFailed(String chargeId, String failureCode) {
        parts.charges.fail(parts.charges.get(chargeId).id(), failureCode);
    }

    /** Its time is over now. */
    public void expire(String chargeId) {
        parts.charges.expire(parts.charges.get(chargeId).id());
    }

    /** A success becomes {@code REVERSED} or {@code FAILED}. */
    public void takeBack(String chargeId, ChargeStatus told) {
        parts.charges.takeBack(parts.charges.get(chargeId).id(), told);
    }

    /** The shopper disputes that much of a paid charge, in minor units. */
    public void dispute(String chargeId, long amount) {
        parts.charges.dispute(parts.charges.get(chargeId).id(), amount);
    }

    /** @param won by the merchant */
    public void closeDispute(String chargeId, boolean won) {
        parts.charges.closeDispute(parts.charges.get(chargeId).id(), won ? Dispute.Status.WON : Dispute.Status.LOST);
    }

    /** As in Omise's own dashboard; returns the refund's id. */
    public String refund(String chargeId, long amount) {
        return parts.refund(chargeId, amount).id();
    }

    /** A pending refund becomes closed. */
    public void closeRefund(String chargeId, String refundId) {
        parts.charges.closeRefund(chargeId, refundId);
    }

    /** A refund comes to nothing: it vanishes from its charge. */
    public void dropRefund(String chargeId, String refundId) {
        parts.charges.dropRefund(chargeId, refundId);
    }

    /** A code as a wallet shows it, for {@code alipayplus_upm} or {@code barcode_wechat}; it works once. */
    public String paymentCode(String method, Outcome outcome) {
        return parts.codes.generate(method, outcome).digits();
    }

    /** The wallet's answer to a charge that waits for its shopper. */
    public void approveInWallet(String chargeId) {
        parts.charges.pay(chargeId);
    }

    public void declineInWallet(String chargeId) {
        Charge charge = parts.charges.get(chargeId);
        parts.charges.fail(chargeId, parts.methods.named(charge.source().type()).declined());
    }

    /** Sends the webhooks of an event again. */
    public void resend(String eventId) {
        parts.webhooks.sendAgain(parts.events.find(eventId).orElseThrow());
    }

    /** The API calls received so far, in order; none of pages and controls. */
    public List<ReceivedRequest> requests() {
        return parts.requests.all();
    }

    public void clearRequests() {
        parts.requests.clear();
    }

    /**
     * Waits until every webhook under way has been answered or has failed; delayed ones too, but not one that is held
     * back until another comes.
     *
     * @throws IllegalStateException when that takes longer
     */
    public void awaitWebhooks(Duration atMost) {
        try {
            parts.webhooks.settled().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("webhooks are still under way", e);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
