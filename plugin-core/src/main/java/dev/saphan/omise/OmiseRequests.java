/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.GatewayDenied;
import dev.saphan.gateway.GatewayState;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.wiring.Wired;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks Omise with an account's key and makes an {@link Answer} of whatever comes of it: Omise's word, its refusal, or
 * that nothing was sent or heard. Keys that are not accepted are told to whoever observes {@link GatewayDenied}.
 */
@Wired
class OmiseRequests {

    private static final Logger LOG = Logger.getLogger(OmiseRequests.class.getName());

    private final OmiseCalls calls;
    private final Deployment deployment;
    private final Transactions transactions;
    private final Event<GatewayDenied> denials;

    @Inject
    OmiseRequests(OmiseCalls calls, Deployment deployment, Transactions transactions, Event<GatewayDenied> denials) {
        this.calls = calls;
        this.deployment = deployment;
        this.transactions = transactions;
        this.denials = denials;
    }

    /** One of the API's calls; key and time limit go into its headers. */
    @FunctionalInterface
    interface Call {
        Response of(OmiseApi api, String key, String timeout);
    }

    /** Sent once, whatever happens. */
    <T> Answer<T> write(OmiseAccount account, Call call, Function<String, T> reader) {
        var request = request(account, call);
        return answer(
                account, () -> calls.write(deployment.gatewayTimeout(), request), whole -> reader.apply(whole.body()));
    }

    /** May be sent up to three times. */
    <T> Answer<T> read(OmiseAccount account, Call call, Function<String, T> reader) {
        return read(account, deployment.readTimeout(), call, reader);
    }

    <T> Answer<T> read(OmiseAccount account, Duration timeout, Call call, Function<String, T> reader) {
        var request = request(account, call);
        return answer(account, () -> calls.read(timeout, request), whole -> reader.apply(whole.body()));
    }

    /** As {@link #read(OmiseAccount, Call, Function)}, for what stands beside the body. */
    <T> Answer<T> readWhole(OmiseAccount account, Call call, Function<OmiseAnswer, T> reader) {
        var request = request(account, call);
        return answer(account, () -> calls.read(deployment.readTimeout(), request), reader);
    }

    /** Whether a write would be let out now. */
    boolean isAvailable() {
        return calls.isAvailable();
    }

    GatewayState state() {
        return calls.state();
    }

    private static OmiseCalls.Call request(OmiseAccount account, Call call) {
        byte[] credentials = (account.secretKey().reveal() + ":").getBytes(StandardCharsets.UTF_8);
        String key = "Basic " + Base64.getEncoder().encodeToString(credentials);
        return (api, timeout) -> call.of(api, key, timeout.toString());
    }

    private <T> Answer<T> answer(OmiseAccount account, Supplier<OmiseAnswer> call, Function<OmiseAnswer, T> reader) {
        if (transactions.isActive()) {
            throw new IllegalStateException("The gateway must not be called inside a transaction");
        }
        try {
            return sorted(account, call.get()).map(reader);
        } catch (Unreadable e) {
            return unreadable("no usable " + e.what());
        } catch (JsonException e) {
            return unreadable("no JSON that can be read");
        } catch (GatewayFault.NotLetOut | GatewayFault.NotConnected e) {
            return new Answer.NotSent<>(String.valueOf(e.getMessage()));
        } catch (GatewayFault.NoAnswer e) {
            return noAnswer(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // whatever failed with us: it may have gone out, and so may have been done
            LOG.log(Level.SEVERE, e, () -> "An answer of Omise's was not understood");
            return new Answer.Unknown<>("not understood: " + e.getClass().getSimpleName());
        }
    }

    private Answer<OmiseAnswer> sorted(OmiseAccount account, OmiseAnswer answer) {
        if (answer.isOk()) {
            return new Answer.Ok<>(answer);
        }
        OmiseObject error = OmiseObject.parse("error", answer.body());
        String code = error.word("code").orElse("status_" + answer.status());
        return switch (answer.status()) {
            case 401, 403 -> denied(account, answer.status(), code);
            case 404 -> notFound(error, code);
            case 429 -> new Answer.NotSent<>("too many requests");
            case 400, 422 -> new Answer.Declined<>(code, error.text("message").orElse(""));
            default -> new Answer.Unknown<>("status " + answer.status());
        };
    }

    private Answer<OmiseAnswer> denied(OmiseAccount account, int status, String code) {
        LOG.log(Level.SEVERE, "Omise does not accept the keys: {0} {1}", new Object[] {status, code});
        denials.fire(new GatewayDenied(account, status, code));
        return new Answer.Denied<>(status + " " + code);
    }

    /** Whatever stands in between may know no such address; only Omise says so of what it does not have. */
    private static Answer<OmiseAnswer> notFound(OmiseObject error, String code) {
        boolean isOfOmise = error.word("object").filter("error"::equals).isPresent() && code.equals("not_found");
        return isOfOmise ? new Answer.NotFound<>("404 " + code) : noAnswer("status 404 " + code);
    }

    private static <T> Answer<T> unreadable(String reason) {
        LOG.log(Level.WARNING, "Omise gave an answer that cannot be read: {0}", reason);
        return new Answer.Unknown<>(reason, true);
    }

    private static <T> Answer<T> noAnswer(String reason) {
        LOG.log(Level.WARNING, "Omise gave no answer: {0}", reason);
        return new Answer.Unknown<>(reason);
    }
}
