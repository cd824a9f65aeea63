/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.gateway.AccountRefund;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Capability;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.EventDelivery;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.gateway.GatewayState;
import dev.saphan.gateway.Listed;
import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.SentEvent;
import dev.saphan.money.Money;
import dev.saphan.settings.OmiseAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers what a test says to the questions of checks, and to no others. */
final class AskedOmise implements Gateway {

    Answer<GatewayAccount> account =
            new Answer.Ok<>(new GatewayAccount("account_test_1", false, "TH", Optional.empty()));
    Answer<Capability> capability = new Answer.Ok<>(new Capability("TH", Map.of()));
    Answer<List<SentEvent>> events = new Answer.Ok<>(List.of());
    Answer<Instant> time = new Answer.Unknown<>("not set");

    /** Takes the keys of test mode for those of an account. */
    void account(boolean livemode, String country, String webhookUri) {
        account = new Answer.Ok<>(new GatewayAccount(
                "account_1", livemode, country, Optional.of(webhookUri).filter(u -> !u.isEmpty())));
    }

    void takes(String... methods) {
        capability = new Answer.Ok<>(new Capability(
                "TH", List.of(methods).stream().collect(Collectors.toMap(method -> method, method -> Set.of("THB")))));
    }

    @Override
    public Answer<GatewayAccount> account(OmiseAccount of) {
        return account;
    }

    @Override
    public Answer<Capability> capability(OmiseAccount of) {
        return capability;
    }

    @Override
    public Answer<List<SentEvent>> newestEvents(OmiseAccount of, int limit) {
        return events;
    }

    @Override
    public Answer<Instant> time(OmiseAccount of) {
        return time;
    }

    @Override
    public Answer<Charge> createCharge(OmiseAccount of, ChargeRequest request) {
        throw never();
    }

    @Override
    public Answer<Charge> charge(OmiseAccount of, String chargeId) {
        throw never();
    }

    @Override
    public Answer<Charge> charge(OmiseAccount of, String chargeId, Duration patience) {
        throw never();
    }

    @Override
    public Answer<Charge> expireCharge(OmiseAccount of, String chargeId) {
        throw never();
    }

    @Override
    public Answer<List<Charge>> findCharges(OmiseAccount of, String attempt, Instant since) {
        throw never();
    }

    @Override
    public Answer<Listed<Charge>> charges(OmiseAccount of, Instant from, Instant to, int limit, int offset) {
        throw never();
    }

    @Override
    public Answer<Listed<AccountRefund>> refunds(OmiseAccount of, Instant from, Instant to, int limit, int offset) {
        throw never();
    }

    @Override
    public Answer<GatewayRefund> refund(OmiseAccount of, String chargeId, String refund, Money amount, String reason) {
        throw never();
    }

    @Override
    public Answer<Listed<PastEvent>> events(OmiseAccount of, Instant since, int limit, int offset) {
        throw never();
    }

    @Override
    public Answer<String> chargeAsTold(OmiseAccount of, String chargeId) {
        throw never();
    }

    @Override
    public Answer<List<EventDelivery>> deliveries(OmiseAccount of, String chargeId) {
        throw never();
    }

    @Override
    public Answer<byte[]> download(URI address) {
        throw never();
    }

    @Override
    public boolean isTrustedPage(URI address) {
        throw never();
    }

    @Override
    public boolean isAvailable() {
        throw never();
    }

    @Override
    public GatewayState state() {
        return new GatewayState(1, 1, Optional.empty());
    }

    private static AssertionError never() {
        return new AssertionError("No check asks this");
    }
}
