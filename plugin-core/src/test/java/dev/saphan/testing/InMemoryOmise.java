/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.gateway.AccountRefund;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Capability;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.ChargeStatus;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The gateway in memory: charges and refunds with Omise's statuses, no network. It answers with what was true when it
 * was asked, and each call is a step before and after: an answer can be old by the time it is read.
 */
public final class InMemoryOmise implements Gateway {

    /** What becomes of a call that changes something. */
    public enum Fault {
        /** It is done, and the answer does not come. */
        LOSE_ANSWER,
        /** It surely never left. */
        NOT_SENT
    }

    private static final String NOT_FOUND = "404 not_found";
    private static final Capability ALL = new Capability("TH", Map.of());

    private final Clock clock;
    private final Steps steps;
    private volatile boolean available = true;
    private final OmiseBooks books = new OmiseBooks();
    private final Map<String, Fault> next = new ConcurrentHashMap<>();
    private final Map<String, Answer<?>> answers = new ConcurrentHashMap<>();
    private final List<ChargeRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<String> silentOn = ConcurrentHashMap.newKeySet();
    private final Set<String> garbled = ConcurrentHashMap.newKeySet();

    public InMemoryOmise(Clock clock, Steps steps) {
        this.clock = clock;
        this.steps = steps;
    }

    /** What Omise has; also by what a shopper or the dashboard does there. */
    public OmiseBooks books() {
        return books;
    }

    /** @param call {@code create}, {@code expire} or {@code refund} */
    public void failNext(String call, Fault fault) {
        next.put(call, fault);
    }

    /** The next call of that kind, which is none of {@link #failNext}, gets that answer, and nothing is done. */
    public void answerNext(String call, Answer<?> answer) {
        answers.put(call, answer);
    }

    /** What charges were asked for, the oldest first. */
    public List<ChargeRequest> requests() {
        return List.copyOf(requests);
    }

    /** To that kind of question nothing is answered from now on, or again. */
    public void beSilent(String question, boolean whether) {
        if (whether) {
            silentOn.add(question);
        } else {
            silentOn.remove(question);
        }
    }

    /** From now on nobody can read what it says of that charge. */
    public void garble(String charge) {
        garbled.add(charge);
    }

    public void beAvailable(boolean whether) {
        available = whether;
    }

    /** Nothing was ever asked, nothing will fail. */
    public void clear() {
        next.clear();
        answers.clear();
        requests.clear();
        silentOn.clear();
        garbled.clear();
        books.clear();
    }

    @Override
    public Answer<Charge> createCharge(OmiseAccount account, ChargeRequest request) {
        requests.add(request);
        return change("create", () -> new Answer.Ok<>(books.open(account.mode(), request, clock.instant())));
    }

    @Override
    public Answer<Charge> charge(OmiseAccount account, String chargeId) {
        return asked("read", () -> found(chargeId));
    }

    @Override
    public Answer<Charge> charge(OmiseAccount account, String chargeId, Duration patience) {
        return charge(account, chargeId);
    }

    @Override
    public Answer<String> chargeAsTold(OmiseAccount account, String chargeId) {
        return charge(account, chargeId).map(charge -> "{\"object\":\"charge\",\"id\":\"" + charge.id() + "\"}");
    }

    @Override
    public Answer<List<EventDelivery>> deliveries(OmiseAccount account, String chargeId) {
        return charge(account, chargeId).map(charge -> List.of());
    }

    @Override
    public Answer<Charge> expireCharge(OmiseAccount account, String chargeId) {
        return change("expire", () -> {
            if (!(found(chargeId) instanceof Answer.Ok<Charge> known)) {
                return found(chargeId);
            }
            return known.value().status() == ChargeStatus.PENDING
                    ? new Answer.Ok<>(books.settle(chargeId, ChargeStatus.EXPIRED, clock.instant()))
                    : new Answer.Declined<>("invalid_charge", "charge is not pending");
        });
    }

    @Override
    public Answer<List<Charge>> findCharges(OmiseAccount account, String attempt, Instant since) {
        return asked(
                "search",
                () -> new Answer.Ok<>(books.charges().stream()
                        .filter(charge -> charge.attempt().equals(Optional.of(attempt)))
                        .toList()));
    }

    @Override
    public Answer<Listed<Charge>> charges(OmiseAccount account, Instant from, Instant to, int limit, int offset) {
        return asked(
                "list",
                () -> list(
                        books.charges(),
                        charge -> charge.createdAt().orElseThrow(),
                        charge -> !garbled.contains(charge.id()),
                        from,
                        to,
                        limit,
                        offset));
    }

    @Override
    public Answer<Listed<AccountRefund>> refunds(
            OmiseAccount account, Instant from, Instant to, int limit, int offset) {
        List<AccountRefund> all = books.charges().stream()
                .flatMap(charge -> charge.refunds().stream().map(refund -> new AccountRefund(charge.id(), refund)))
                .sorted(Comparator.comparing(InMemoryOmise::made))
                .toList();
        return asked("list", () -> list(all, InMemoryOmise::made, refund -> true, from, to, limit, offset));
    }

    private static <T> Answer<Listed<T>> list(
            List<T> all,
            Function<T, Instant> time,
            Predicate<T> isReadable,
            Instant from,
            Instant to,
            int limit,
            int offset) {
        List<T> wanted = all.stream()
                .filter(one -> time.apply(one).getEpochSecond() >= from.getEpochSecond()
                        && time.apply(one).getEpochSecond() <= to.getEpochSecond())
                .toList();
        List<T> page = wanted.stream().skip(offset).limit(limit).toList();
        List<T> read = page.stream().filter(isReadable).toList();
        return new Answer.Ok<>(new Listed<>(read, wanted.size(), page.size() - read.size()));
    }

    private static Instant made(AccountRefund booked) {
        return booked.refund().createdAt().orElseThrow();
    }

    private static Instant made(PastEvent event) {
        return event.createdAt().orElseThrow();
    }

    @Override
    public Answer<GatewayRefund> refund(
            OmiseAccount account, String chargeId, String refund, Money amount, String reason) {
        return change("refund", () -> {
            if (books.find(chargeId).isEmpty()) {
                return new Answer.NotFound<>(NOT_FOUND);
            }
            return books.giveBack(chargeId, amount, Optional.of(refund), clock.instant())
                    .<Answer<GatewayRefund>>map(Answer.Ok::new)
                    .orElse(new Answer.Declined<>("failed_refund", "amount exceeds what is left"));
        });
    }

    @Override
    public Answer<Listed<PastEvent>> events(OmiseAccount account, Instant since, int limit, int offset) {
        List<PastEvent> wanted = books.events().stream()
                .filter(event -> !made(event).isBefore(since))
                .toList();
        return new Answer.Ok<>(
                new Listed<>(wanted.stream().skip(offset).limit(limit).toList(), wanted.size(), 0));
    }

    @Override
    public Answer<List<SentEvent>> newestEvents(OmiseAccount account, int limit) {
        return new Answer.Ok<>(books.events().stream()
                .sorted(Comparator.<PastEvent, Instant>comparing(InMemoryOmise::made)
                        .reversed())
                .limit(limit)
                .map(past -> new SentEvent(past.event(), past.createdAt(), List.of()))
                .toList());
    }

    @Override
    public Answer<Instant> time(OmiseAccount account) {
        return new Answer.Ok<>(clock.instant());
    }

    @Override
    public Answer<Capability> capability(OmiseAccount account) {
        return new Answer.Ok<>(ALL);
    }

    @Override
    public Answer<GatewayAccount> account(OmiseAccount account) {
        return new Answer.Ok<>(new GatewayAccount("account_test_1", false, "TH", Optional.empty()));
    }

    @Override
    public Answer<byte[]> download(URI address) {
        return new Answer.NotSent<>("no pictures here");
    }

    @Override
    public boolean isTrustedPage(URI address) {
        return true;
    }

    @Override
    public boolean isAvailable() {
        return available;
    }

    @Override
    public GatewayState state() {
        return new GatewayState(1, 1, Optional.empty());
    }

    private Answer<Charge> found(String chargeId) {
        if (garbled.contains(chargeId)) {
            return new Answer.Unknown<>("garbled", true);
        }
        return books.find(chargeId).<Answer<Charge>>map(Answer.Ok::new).orElse(new Answer.NotFound<>(NOT_FOUND));
    }

    private <T> Answer<T> change(String what, Supplier<Answer<T>> act) {
        steps.before("ask to " + what);
        @Nullable Fault fault = next.remove(what);
        Answer<T> answer = fault == Fault.NOT_SENT ? new Answer.NotSent<>("no connection") : answer(what, act);
        steps.before("hear of " + what);
        return fault == Fault.LOSE_ANSWER ? new Answer.Unknown<>("no answer") : answer;
    }

    @SuppressWarnings("unchecked")
    private <T> Answer<T> answer(String what, Supplier<Answer<T>> act) {
        Answer<?> said = answers.remove(what);
        return said == null ? act.get() : (Answer<T>) said;
    }

    private <T> Answer<T> asked(String what, Supplier<Answer<T>> look) {
        steps.before("ask to " + what);
        boolean silent = silentOn.contains(what);
        Answer<T> answer = look.get();
        steps.before("hear of " + what);
        return silent ? new Answer.Unknown<>("no answer") : answer;
    }

    /** Refunds of a charge as they stand. */
    public List<GatewayRefund> refunds(String chargeId) {
        return books.find(chargeId).orElseThrow().refunds();
    }
}
