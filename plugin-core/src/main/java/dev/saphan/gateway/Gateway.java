/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import dev.saphan.money.Money;
import dev.saphan.settings.OmiseAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The payment gateway. Nothing here throws for what the network or the gateway does: every outcome is an
 * {@link Answer}. A call that changes something is sent at most once. Never call it inside a transaction.
 */
public interface Gateway {

    /** Not found is a source that was given by its id and cannot be charged: unknown, used before, of something else. */
    Answer<Charge> createCharge(OmiseAccount account, ChargeRequest request);

    Answer<Charge> charge(OmiseAccount account, String chargeId);

    /** As {@link #charge}, giving up early: for a person who waits. */
    Answer<Charge> charge(OmiseAccount account, String chargeId, Duration patience);

    /**
     * The charge in the gateway's own words, for a person to look at: JSON that may hold personal data.
     *
     * @see dev.saphan.redaction.Redactor
     */
    Answer<String> chargeAsTold(OmiseAccount account, String chargeId);

    /** How the gateway brought the events about a charge to those who listen; of at most 100 events. */
    Answer<List<EventDelivery>> deliveries(OmiseAccount account, String chargeId);

    Answer<Charge> expireCharge(OmiseAccount account, String chargeId);

    /**
     * Every charge whose metadata holds that attempt, among those made since then, oldest first; empty if there surely is
     * none. There should be one; what happened twice has two.
     */
    Answer<List<Charge>> findCharges(OmiseAccount account, String attempt, Instant since);

    /**
     * One page of the charges that were made in that time, both ends included and counted in whole seconds, oldest
     * first.
     *
     * @param limit at most 100
     */
    Answer<Listed<Charge>> charges(OmiseAccount account, Instant from, Instant to, int limit, int offset);

    /** One page of the refunds that were made in that time, of whatever charge, as {@link #charges}. */
    Answer<Listed<AccountRefund>> refunds(OmiseAccount account, Instant from, Instant to, int limit, int offset);

    /** @param refund written into the refund's metadata */
    Answer<GatewayRefund> refund(OmiseAccount account, String chargeId, String refund, Money amount, String reason);

    /**
     * One page of the events since then, oldest first.
     *
     * @param limit at most 100
     */
    Answer<Listed<PastEvent>> events(OmiseAccount account, Instant since, int limit, int offset);

    /**
     * The newest events, newest first, with where the gateway sent each.
     *
     * @param limit at most 100
     */
    Answer<List<SentEvent>> newestEvents(OmiseAccount account, int limit);

    /** What time it is there, to the second. */
    Answer<Instant> time(OmiseAccount account);

    Answer<Capability> capability(OmiseAccount account);

    /** Whose keys these are. */
    Answer<GatewayAccount> account(OmiseAccount account);

    /** Bytes of a document, such as the image of a QR code, from an address on the gateway's own hosts. */
    Answer<byte[]> download(URI address);

    /** Whether the browser may be sent there: https on the gateway's hosts, or the configured simulator. */
    boolean isTrustedPage(URI address);

    /** Whether calls are let through at the moment. */
    boolean isAvailable();

    /** Figures about this node's calls, for those who watch over it. */
    GatewayState state();
}
