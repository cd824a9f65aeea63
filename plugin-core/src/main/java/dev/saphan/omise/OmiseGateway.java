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
import dev.saphan.gateway.Listed;
import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.SentEvent;
import dev.saphan.money.Money;
import dev.saphan.omise.OmiseCharge.OmiseRefund;
import dev.saphan.omise.OmiseLists.ChargeList;
import dev.saphan.omise.OmiseLists.OmiseAccountBody;
import dev.saphan.omise.OmiseLists.OmiseCapability;
import dev.saphan.omise.OmiseLists.RefundList;
import dev.saphan.omise.OmiseRequests.Call;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The gateway, spoken to over Omise's REST API. */
@Wired
class OmiseGateway implements Gateway {

    private static final String OLDEST_FIRST = "chronological";
    private static final String NEWEST_FIRST = "reverse_chronological";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;

    private final OmiseRequests requests;
    private final OmiseDownloads downloads;
    private final OmiseReport report;

    @Inject
    OmiseGateway(OmiseRequests requests, OmiseDownloads downloads, OmiseReport report) {
        this.requests = requests;
        this.downloads = downloads;
        this.report = report;
    }

    @Override
    public Answer<Charge> createCharge(OmiseAccount account, ChargeRequest request) {
        var body = ChargeBody.of(request);
        return report.of(
                account,
                Kind.CREATE,
                request.attempt(),
                OmiseGateway::status,
                () -> requests.write(
                        account, (api, key, patience) -> api.createCharge(key, patience, body), OmiseGateway::charge));
    }

    @Override
    public Answer<Charge> charge(OmiseAccount account, String chargeId) {
        return requests.read(account, chargeCall(chargeId), OmiseGateway::charge);
    }

    @Override
    public Answer<Charge> charge(OmiseAccount account, String chargeId, Duration patience) {
        return report.of(
                account,
                Kind.READ,
                chargeId,
                OmiseGateway::status,
                () -> requests.read(account, patience, chargeCall(chargeId), OmiseGateway::charge));
    }

    @Override
    public Answer<String> chargeAsTold(OmiseAccount account, String chargeId) {
        return requests.read(account, chargeCall(chargeId), Function.identity());
    }

    @Override
    public Answer<List<EventDelivery>> deliveries(OmiseAccount account, String chargeId) {
        return requests.read(
                account,
                (api, key, patience) -> api.eventsOf(key, patience, chargeId, OLDEST_FIRST, PAGE),
                OmiseDeliveries::list);
    }

    private static Call chargeCall(String chargeId) {
        return (api, key, patience) -> api.charge(key, patience, chargeId);
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
                        (api, key, patience) -> api.expireCharge(key, patience, chargeId),
                        OmiseGateway::charge));
    }

    @Override
    public Answer<Optional<Charge>> findCharge(OmiseAccount account, String attempt, Instant since) {
        return report.of(
                account,
                Kind.FIND,
                attempt,
                found -> found.map(Charge::id).orElse("none"),
                () -> find(account, attempt, since));
    }

    private Answer<Optional<Charge>> find(OmiseAccount account, String attempt, Instant since) {
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer<List<OmiseCharge>> answer = requests.read(
                    account,
                    charges(since.toString(), null, NEWEST_FIRST, PAGE, page * PAGE),
                    body -> parse(body, ChargeList.class).data());
            if (!(answer instanceof Answer.Ok<List<OmiseCharge>> ok)) {
                return answer.map(list -> Optional.empty());
            }
            Optional<Charge> found = ok.value().stream()
                    .map(OmiseTranslation::charge)
                    .filter(charge -> charge.attempt().equals(Optional.of(attempt)))
                    .findFirst();
            if (found.isPresent() || ok.value().size() < PAGE) {
                return new Answer.Ok<>(found);
            }
        }
        return new Answer.Unknown<>("too many charges to look through");
    }

    @Override
    public Answer<Listed<Charge>> charges(OmiseAccount account, Instant from, Instant to, int limit, int offset) {
        return requests.read(
                account,
                charges(seconds(from), seconds(to), OLDEST_FIRST, limit, offset),
                body -> OmiseTranslation.charges(parse(body, ChargeList.class)));
    }

    private static Call charges(String from, @Nullable String to, String order, int limit, int offset) {
        return (api, key, patience) -> api.charges(key, patience, from, to, order, limit, offset);
    }

    @Override
    public Answer<Listed<AccountRefund>> refunds(
            OmiseAccount account, Instant from, Instant to, int limit, int offset) {
        return requests.read(
                account,
                (api, key, patience) ->
                        api.refunds(key, patience, seconds(from), seconds(to), OLDEST_FIRST, limit, offset),
                body -> OmiseTranslation.refunds(parse(body, RefundList.class)));
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
                        (api, key, patience) -> api.refund(key, patience, chargeId, body),
                        json -> OmiseTranslation.refund(parse(json, OmiseRefund.class))));
    }

    @Override
    public Answer<List<PastEvent>> events(OmiseAccount account, Instant since, int limit, int offset) {
        return requests.read(
                account,
                (api, key, patience) -> api.events(key, patience, since.toString(), OLDEST_FIRST, limit, offset),
                OmiseEvents::list);
    }

    @Override
    public Answer<List<SentEvent>> newestEvents(OmiseAccount account, int limit) {
        return requests.read(
                account,
                (api, key, patience) -> api.events(key, patience, null, NEWEST_FIRST, limit, 0),
                OmiseEvents::sent);
    }

    @Override
    public Answer<Instant> time(OmiseAccount account) {
        return requests.readWhole(
                account,
                OmiseApi::account,
                answer -> answer.date().orElseThrow(() -> new IllegalArgumentException("an answer without a date")));
    }

    @Override
    public Answer<Capability> capability(OmiseAccount account) {
        return requests.read(
                account, OmiseApi::capability, body -> OmiseTranslation.capability(parse(body, OmiseCapability.class)));
    }

    @Override
    public Answer<GatewayAccount> account(OmiseAccount account) {
        return requests.read(
                account, OmiseApi::account, body -> OmiseTranslation.account(parse(body, OmiseAccountBody.class)));
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

    private static String status(Charge charge) {
        return charge.status().name().toLowerCase(Locale.ROOT);
    }

    private static Charge charge(String body) {
        return OmiseTranslation.charge(parse(body, OmiseCharge.class));
    }

    private static <T> T parse(String body, Class<T> type) {
        return OmiseJson.jsonb().fromJson(body, type);
    }

    /** Omise's times have no fraction. */
    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
