/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.method.Limit;
import dev.saphan.simulator.method.Methods;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything has a default: the demo account, a free port, the system clock, memory, Omise's https rules. */
public final class OmiseSimulatorBuilder {

    int port;

    @Nullable
    URI publicUrl;

    Clock clock = Clock.systemUTC();
    boolean allowLoopbackHttp;

    @Nullable
    Path dataFile;

    Account account = Account.demo();
    Methods methods = Methods.standard();
    Duration searchLag = Duration.ZERO;
    boolean refundsStayPending;
    List<String> expiryEvents = List.of("charge.expire");
    Duration expiryDelay = Duration.ZERO;

    OmiseSimulatorBuilder() {}

    /** 0 takes a free one. */
    public OmiseSimulatorBuilder port(int value) {
        port = value;
        return this;
    }

    /** The address in authorize_uri, download_uri and QR codes; {@code http://localhost:<port>} if not set. */
    public OmiseSimulatorBuilder publicUrl(URI value) {
        publicUrl = URI.create(value.toString().replaceFirst("/+$", ""));
        return this;
    }

    public OmiseSimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** Also takes http on loopback for return_uri and webhooks, where Omise wants https. */
    public OmiseSimulatorBuilder allowLoopbackHttp(boolean value) {
        allowLoopbackHttp = value;
        return this;
    }

    /** Keeps the books in this file, which survives a kill; in memory if not set. */
    public OmiseSimulatorBuilder dataFile(Path value) {
        dataFile = value;
        return this;
    }

    /** The first account, instead of {@link Account#demo()}. */
    public OmiseSimulatorBuilder account(Account value) {
        account = value;
        return this;
    }

    public OmiseSimulatorBuilder keys(String publicKey, String secretKey) {
        account = account.withKeys(publicKey, secretKey);
        return this;
    }

    /** Base64 text, as in Omise's dashboard. */
    public OmiseSimulatorBuilder webhookSecret(String base64) {
        account = account.withWebhookSecret(base64);
        return this;
    }

    /** Where the account's webhooks go; not held to the https rule, since it is set by the test itself. */
    public OmiseSimulatorBuilder webhookEndpoint(URI value) {
        account = account.withWebhookEndpoint(value);
        return this;
    }

    /** Instead of the limit on Omise's page; minor units, both ends allowed. */
    public OmiseSimulatorBuilder limit(String method, String currency, long minimum, long maximum) {
        methods = methods.withLimit(method, currency, new Limit(minimum, maximum));
        return this;
    }

    /** A charge is found by search only when it is this old. */
    public OmiseSimulatorBuilder searchLag(Duration value) {
        searchLag = value;
        return this;
    }

    /** Refunds are pending until {@link OmiseSimulator#closeRefund}; otherwise closed at once, as recorded. */
    public OmiseSimulatorBuilder refundsStayPending(boolean value) {
        refundsStayPending = value;
        return this;
    }

    /** Which events an expiry makes: {@code charge.expire} (default), {@code charge.complete} or both. */
    public OmiseSimulatorBuilder expiryEvents(String... keys) {
        expiryEvents = List.of(keys);
        return this;
    }

    /**
     * Charges expire that much after their time, and can be paid until then: at Omise a job does it, some minutes late.
     * Never, if it is not set.
     */
    public OmiseSimulatorBuilder expiryDelay(Duration value) {
        expiryDelay = value;
        return this;
    }

    public OmiseSimulator start() {
        return new OmiseSimulator(this);
    }
}
