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
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.gateway.GatewayDenied;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.gateway.Listed;
import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.SentEvent;
import dev.saphan.money.Money;
import dev.saphan.omise.OmiseCharge.OmiseRefund;
import dev.saphan.omise.OmiseLists.ChargeList;
import dev.saphan.omise.OmiseLists.OmiseAccountBody;
import dev.saphan.omise.OmiseLists.OmiseCapability;
import dev.saphan.omise.OmiseLists.OmiseError;
import dev.saphan.omise.OmiseLists.RefundList;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The gateway, spoken to over Omise's REST API. */
@Wired
class OmiseGateway implements Gateway {

    private static final Logger LOG = Logger.getLogger(OmiseGateway.class.getName());
    private static final String OLDEST_FIRST = "chronological";
    private static final String NEWEST_FIRST = "reverse_chronological";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;

    private final OmiseCalls calls;
    private final OmiseDownloads downloads;
    private final Deployment deployment;
    private final Transactions transactions;
    private final Event<GatewayDenied> denials;

    @Inject
    OmiseGateway(
            OmiseCalls calls,
            OmiseDownloads downloads,
            Deployment deployment,
            Transactions transactions,
            Event<GatewayDenied> denials) {
        this.calls = calls;
        this.downloads = downloads;
        this.deployment = deployment;
        this.transactions = transactions;
        this.denials = denials;
    }

    @Override
    public Answer<Charge> createCharge(OmiseAccount account, ChargeRequest request) {
        var body = ChargeBody.of(request);
        return write(
                account,
                api -> api.createCharge(key(account), patience(deployment.gatewayTimeout()), body),
                OmiseGateway::charge);
    }

    @Override
    public Answer<Charge> charge(OmiseAccount account, String chargeId) {
        return charge(account, chargeId, deployment.readTimeout());
    }

    @Override
    public Answer<Charge> charge(OmiseAccount account, String chargeId, Duration patience) {
        return read(account, api -> api.charge(key(account), patience(patience), chargeId), OmiseGateway::charge);
    }

    @Override
    public Answer<Charge> expireCharge(OmiseAccount account, String chargeId) {
        return write(
                account,
                api -> api.expireCharge(key(account), patience(deployment.gatewayTimeout()), chargeId),
                OmiseGateway::charge);
    }

    @Override
    public Answer<Optional<Charge>> findCharge(OmiseAccount account, String attempt, Instant since) {
        for (int page = 0; page < MOST_PAGES; page++) {
            int offset = page * PAGE;
            Answer<ChargeList> answer = read(
                    account,
                    api -> api.charges(
                            key(account),
                            patience(deployment.readTimeout()),
                            since.toString(),
                            null,
                            NEWEST_FIRST,
                            PAGE,
                            offset),
                    body -> parse(body, ChargeList.class));
            if (!(answer instanceof Answer.Ok<ChargeList> ok)) {
                return answer.map(list -> Optional.empty());
            }
            Optional<Charge> found = ok.value().data().stream()
                    .map(OmiseTranslation::charge)
                    .filter(charge -> charge.attempt().equals(Optional.of(attempt)))
                    .findFirst();
            if (found.isPresent() || ok.value().data().size() < PAGE) {
                return new Answer.Ok<>(found);
            }
        }
        return new Answer.Unknown<>("too many charges to look through");
    }

    @Override
    public Answer<Listed<Charge>> charges(OmiseAccount account, Instant from, Instant to, int limit, int offset) {
        return read(
                account,
                api -> api.charges(
                        key(account),
                        patience(deployment.readTimeout()),
                        seconds(from),
                        seconds(to),
                        OLDEST_FIRST,
                        limit,
                        offset),
                body -> {
                    ChargeList list = parse(body, ChargeList.class);
                    return new Listed<>(
                            list.data().stream().map(OmiseTranslation::charge).toList(), list.total());
                });
    }

    @Override
    public Answer<Listed<AccountRefund>> refunds(
            OmiseAccount account, Instant from, Instant to, int limit, int offset) {
        return read(
                account,
                api -> api.refunds(
                        key(account),
                        patience(deployment.readTimeout()),
                        seconds(from),
                        seconds(to),
                        OLDEST_FIRST,
                        limit,
                        offset),
                body -> {
                    RefundList list = parse(body, RefundList.class);
                    return new Listed<>(
                            list.data().stream()
                                    .map(OmiseTranslation::accountRefund)
                                    .toList(),
                            list.total());
                });
    }

    @Override
    public Answer<GatewayRefund> refund(
            OmiseAccount account, String chargeId, String refund, Money amount, String reason) {
        var body = ChargeBody.refund(refund, amount, reason);
        return write(
                account,
                api -> api.refund(key(account), patience(deployment.gatewayTimeout()), chargeId, body),
                json -> OmiseTranslation.refund(parse(json, OmiseRefund.class)));
    }

    @Override
    public Answer<List<PastEvent>> events(OmiseAccount account, Instant since, int limit, int offset) {
        return read(
                account,
                api -> api.events(
                        key(account),
                        patience(deployment.readTimeout()),
                        since.toString(),
                        OLDEST_FIRST,
                        limit,
                        offset),
                OmiseEvents::list);
    }

    @Override
    public Answer<List<SentEvent>> newestEvents(OmiseAccount account, int limit) {
        return read(
                account,
                api -> api.events(key(account), patience(deployment.readTimeout()), null, NEWEST_FIRST, limit, 0),
                OmiseEvents::sent);
    }

    @Override
    public Answer<Instant> time(OmiseAccount account) {
        return sorted(
                account,
                () -> calls.read(api -> api.account(key(account), patience(deployment.readTimeout()))),
                answer -> answer.date().orElseThrow(() -> new IllegalArgumentException("an answer without a date")));
    }

    @Override
    public Answer<Capability> capability(OmiseAccount account) {
        return read(
                account,
                api -> api.capability(key(account), patience(deployment.readTimeout())),
                body -> OmiseTranslation.capability(parse(body, OmiseCapability.class)));
    }

    @Override
    public Answer<GatewayAccount> account(OmiseAccount account) {
        return read(
                account,
                api -> api.account(key(account), patience(deployment.readTimeout())),
                body -> OmiseTranslation.account(parse(body, OmiseAccountBody.class)));
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
        return calls.isAvailable();
    }

    private <T> Answer<T> write(OmiseAccount account, Function<OmiseApi, Response> call, Function<String, T> reader) {
        return sorted(account, () -> calls.write(call), answer -> reader.apply(answer.body()));
    }

    private <T> Answer<T> read(OmiseAccount account, Function<OmiseApi, Response> call, Function<String, T> reader) {
        return sorted(account, () -> calls.read(call), answer -> reader.apply(answer.body()));
    }

    private <T> Answer<T> sorted(OmiseAccount account, Supplier<OmiseAnswer> call, Function<OmiseAnswer, T> reader) {
        if (transactions.isActive()) {
            throw new IllegalStateException("The gateway must not be called inside a transaction");
        }
        try {
            return sorted(account, call.get()).map(reader);
        } catch (GatewayFault.NotLetOut | GatewayFault.NotConnected e) {
            return new Answer.NotSent<>(String.valueOf(e.getMessage()));
        } catch (GatewayFault.NoAnswer e) {
            return noAnswer(String.valueOf(e.getMessage()));
        } catch (JsonException
                | JsonbException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            return noAnswer("an answer that cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private Answer<OmiseAnswer> denied(OmiseAccount account, int status, String code) {
        LOG.log(Level.SEVERE, "Omise does not accept the keys, or not for this: {0} {1}", new Object[] {status, code});
        denials.fire(new GatewayDenied(account, status, code));
        return new Answer.Denied<>(status + " " + code, status == 404);
    }

    private static <T> Answer<T> noAnswer(String reason) {
        LOG.log(Level.WARNING, "Omise gave no answer: {0}", reason);
        return new Answer.Unknown<>(reason);
    }

    private Answer<OmiseAnswer> sorted(OmiseAccount account, OmiseAnswer answer) {
        if (answer.isOk()) {
            return new Answer.Ok<>(answer);
        }
        OmiseError error = parse(answer.body(), OmiseError.class);
        String code = Objects.requireNonNullElse(error.code(), "status_" + answer.status());
        return switch (answer.status()) {
            case 401, 403, 404 -> denied(account, answer.status(), code);
            case 429 -> new Answer.NotSent<>("too many requests");
            case 400, 422 -> new Answer.Declined<>(code, Objects.requireNonNullElse(error.message(), ""));
            default -> new Answer.Unknown<>("status " + answer.status());
        };
    }

    private static Charge charge(String body) {
        return OmiseTranslation.charge(parse(body, OmiseCharge.class));
    }

    private static <T> T parse(String body, Class<T> type) {
        return OmiseJson.jsonb().fromJson(body, type);
    }

    private static String key(OmiseAccount account) {
        byte[] credentials = (account.secretKey().reveal() + ":").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Omise's times have no fraction. */
    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String patience(Duration duration) {
        return duration.toString();
    }
}
