/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.AccountRefund;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Capability;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.EventDelivery;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.gateway.GatewayCalled.Kind;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.gateway.GatewayState;
import dev.saphan.gateway.Listed;
import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.SentEvent;
import dev.saphan.money.Money;
import dev.saphan.omise.OmiseRequests.Call;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The gateway, spoken to over Omise's REST API. */
@Wired
class OmiseGateway implements Gateway {

    private static final String OLDEST_FIRST = "chronological";
    static final String NEWEST_FIRST = "reverse_chronological";
    static final int PAGE = 100;
    private static final Pattern USED_SOURCE = Pattern.compile("(?i)source\\b.*\\bused|used.*\\bsource");

    private final OmiseRequests requests;
    private final OmiseDownloads downloads;
    private final OmiseReport report;
    private final OmiseSearch search;
    private final Deployment deployment;
    private final SharedReads<ChargeKey, Answer<Charge>> reads = new SharedReads<>();

    /** A charge as one of our accounts sees it, read for those who wait as long: the hasty must not end it for others. */
    private record ChargeKey(StoreId store, Mode mode, String chargeId, Duration timeout) {}

    @Inject
    OmiseGateway(OmiseRequests requests, OmiseDownloads downloads, OmiseReport report, Deployment deployment) {
        this.requests = requests;
        this.downloads = downloads;
        this.report = report;
        this.search = new OmiseSearch(requests);
        this.deployment = deployment;
    }

    @Override
    public Answer<Charge> createCharge(OmiseAccount account, ChargeRequest request) {
        var body = ChargeBody.of(request);
        return report.of(
                account,
                Kind.CREATE,
                request.attempt(),
                OmiseGateway::status,
                () -> sourceNamed(
                        request,
                        requests.write(
                                account,
                                (api, key, timeout) -> api.createCharge(key, timeout, body),
                                OmiseCharges::charge)));
    }

    /** Which code a used source has is written nowhere; the sentence beside it speaks of the source and its use. */
    private static Answer<Charge> sourceNamed(ChargeRequest request, Answer<Charge> answer) {
        boolean isUsed = answer instanceof Answer.Declined<Charge> declined
                && request.sourceId().isPresent()
                && USED_SOURCE
                        .matcher(declined.code() + " " + declined.message())
                        .find();
        return isUsed ? new Answer.NotFound<>("source") : answer;
    }

    @Override
    public Answer<Charge> charge(OmiseAccount account, String chargeId) {
        return shared(account, chargeId, deployment.readTimeout(), left -> read(account, chargeId, left));
    }

    @Override
    public Answer<Charge> charge(OmiseAccount account, String chargeId, Duration timeout) {
        return shared(
                account,
                chargeId,
                timeout,
                left -> report.of(
                        account, Kind.READ, chargeId, OmiseGateway::status, () -> read(account, chargeId, left)));
    }

    private Answer<Charge> read(OmiseAccount account, String chargeId, Duration timeout) {
        return requests.read(account, timeout, chargeCall(chargeId), body -> OmiseCharges.charge(body, chargeId));
    }

    private Answer<Charge> shared(
            OmiseAccount account, String chargeId, Duration timeout, Function<Duration, Answer<Charge>> read) {
        return reads.read(new ChargeKey(account.store(), account.mode(), chargeId, timeout), timeout, read)
                .orElseGet(() -> new Answer.Unknown<>("no turn to read in time"));
    }

    @Override
    public Answer<String> chargeAsTold(OmiseAccount account, String chargeId) {
        return requests.read(account, chargeCall(chargeId), Function.identity());
    }

    @Override
    public Answer<List<EventDelivery>> deliveries(OmiseAccount account, String chargeId) {
        return requests.read(
                account,
                (api, key, timeout) -> api.eventsOf(key, timeout, chargeId, OLDEST_FIRST, PAGE),
                OmiseDeliveries::list);
    }

    private static Call chargeCall(String chargeId) {
        return (api, key, timeout) -> api.charge(key, timeout, chargeId);
    }

    @Override
    public Answer<Charge> expireCharge(OmiseAccount account, String chargeId) {
        return report.of(
                account,
                Kind.EXPIRE,
                chargeId,
                OmiseGateway::status,
                () -> requests.write(
                        account,
                        (api, key, timeout) -> api.expireCharge(key, timeout, chargeId),
                        body -> OmiseCharges.charge(body, chargeId)));
    }

    @Override
    public Answer<List<Charge>> findCharges(OmiseAccount account, String attempt, Instant since) {
        return report.of(
                account,
                Kind.FIND,
                attempt,
                found -> found.isEmpty()
                        ? "none"
                        : found.stream().map(Charge::id).collect(Collectors.joining(" ")),
                () -> search.find(account, attempt, since));
    }

    @Override
    public Answer<Listed<Charge>> charges(OmiseAccount account, Instant from, Instant to, int limit, int offset) {
        return requests.read(
                account,
                charges(seconds(from), seconds(to), OLDEST_FIRST, limit, offset),
                body -> OmiseCharges.list(body).listed());
    }

    static Call charges(String from, @Nullable String to, String order, int limit, int offset) {
        return (api, key, timeout) -> api.charges(key, timeout, from, to, order, limit, offset);
    }

    @Override
    public Answer<Listed<AccountRefund>> refunds(
            OmiseAccount account, Instant from, Instant to, int limit, int offset) {
        return requests.read(
                account,
                (api, key, timeout) ->
                        api.refunds(key, timeout, seconds(from), seconds(to), OLDEST_FIRST, limit, offset),
                body -> OmiseRefunds.list(body).listed());
    }

    @Override
    public Answer<GatewayRefund> refund(
            OmiseAccount account, String chargeId, String refund, Money amount, String reason) {
        var body = ChargeBody.refund(refund, amount, reason);
        return report.of(
                account,
                Kind.REFUND,
                chargeId,
                GatewayRefund::id,
                () -> requests.write(
                        account,
                        (api, key, timeout) -> api.refund(key, timeout, chargeId, body),
                        json -> OmiseRefunds.refund(json, chargeId, amount.currency())));
    }

    @Override
    public Answer<Listed<PastEvent>> events(OmiseAccount account, Instant since, int limit, int offset) {
        return requests.read(
                account,
                (api, key, timeout) -> api.events(key, timeout, since.toString(), OLDEST_FIRST, limit, offset),
                OmiseEvents::list);
    }

    @Override
    public Answer<List<SentEvent>> newestEvents(OmiseAccount account, int limit) {
        return requests.read(
                account,
                (api, key, timeout) -> api.events(key, timeout, null, NEWEST_FIRST, limit, 0),
                OmiseEvents::sent);
    }

    @Override
    public Answer<Instant> time(OmiseAccount account) {
        return requests.readWhole(
                account, OmiseApi::account, answer -> answer.date().orElseThrow(() -> new Unreadable("date")));
    }

    @Override
    public Answer<Capability> capability(OmiseAccount account) {
        return requests.read(account, OmiseApi::capability, OmiseAccounts::capability);
    }

    @Override
    public Answer<GatewayAccount> account(OmiseAccount account) {
        return requests.read(account, OmiseApi::account, OmiseAccounts::account);
    }

    @Override
    public Answer<byte[]> download(URI address) {
        return downloads.fetch(address);
    }

    @Override
    public boolean isTrustedPage(URI address) {
        return downloads.isTrusted(address);
    }

    @Override
    public boolean isAvailable() {
        return requests.isAvailable();
    }

    @Override
    public GatewayState state() {
        return requests.state();
    }

    private static String status(Charge charge) {
        return charge.status().name().toLowerCase(Locale.ROOT);
    }

    /** Omise's times have no fraction. */
    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
