/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.refusal;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Limits;
import dev.saphan.settings.RateLimit;
import dev.saphan.settings.StoreId;
import dev.saphan.web.client.ClientAddress;
import dev.saphan.web.ratelimit.LocalBuckets;
import dev.saphan.web.ratelimit.Permission;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes notice of what is refused. Each refusal is counted in a metric; of a burst, the first from an address stands in
 * the audit trail, and of a flood from many addresses the first few, so that nobody can fill it.
 */
@Wired
public class RefusedRequests {

    private static final Logger LOG = Logger.getLogger(RefusedRequests.class.getName());

    /** No name of a person can have brackets. */
    private static final String STRANGER = "(stranger)";

    private static final RateLimit ONE_OF_A_BURST = new RateLimit(1, Duration.ofMinutes(10));
    private static final RateLimit SOME_OF_A_FLOOD = new RateLimit(20, Duration.ofMinutes(10));

    private final ClientAddress clientAddress;
    private final RefusalMeter meter;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final LocalBuckets guesses;
    private final LocalBuckets bursts = new LocalBuckets("burst", ONE_OF_A_BURST);
    private final LocalBuckets floods = new LocalBuckets("flood", SOME_OF_A_FLOOD);

    @Inject
    RefusedRequests(
            ClientAddress clientAddress,
            RefusalMeter meter,
            AuditTrail trail,
            Transactions transactions,
            Limits limits) {
        this.clientAddress = clientAddress;
        this.meter = meter;
        this.trail = trail;
        this.transactions = transactions;
        this.guesses = new LocalBuckets("refused", limits.requests().refused());
    }

    /**
     * A guess that was wrong. Only wrong ones count, so that nobody who has the right key or token is refused for what
     * others send from the same address. Outside any transaction.
     *
     * @return what to answer: the code, or that there were too many
     */
    public Problem guessed(Refused what, ErrorCode code, HttpServletRequest request, @Nullable StoreId store) {
        note(what, STRANGER, request, store, "");
        Permission permission = guesses.take(what + " " + clientAddress.networkOf(request));
        if (permission.granted()) {
            return Problem.of(code);
        }
        request.setAttribute(Permission.KEY, permission);
        return Problem.of(ErrorCode.TOO_MANY_REQUESTS).after(permission.delay());
    }

    /** What is refused whoever sends it, such as one too many; it stands in the metric only. */
    public void counted(ErrorCode why) {
        meter.count(why.code());
    }

    /** Outside any transaction. */
    public void unknownName(HttpServletRequest request) {
        note(Refused.NAME, STRANGER, request, null, "");
    }

    /** A sign-in that was not looked at, since there were too many before it. Outside any transaction. */
    public void throttledSignIn(HttpServletRequest request) {
        note(Refused.THROTTLED, STRANGER, request, null, "");
    }

    /** Outside any transaction. */
    public void role(String person, String role, HttpServletRequest request) {
        note(Refused.ROLE, person, request, null, role);
    }

    private void note(Refused what, String person, HttpServletRequest request, @Nullable StoreId store, String detail) {
        meter.count(what.name().toLowerCase(Locale.ROOT));
        boolean first = bursts.take(what + " " + person + " " + clientAddress.networkOf(request))
                        .granted()
                && floods.take(what.name()).granted();
        if (!first) {
            return;
        }
        Who who = new Who(person, clientAddress.of(request));
        try {
            transactions.run(() -> trail.record(who, what.act(), store, store == null ? "" : store.value(), detail));
        } catch (RuntimeException e) {
            // who is refused is refused, whether it can be written down or not
            LOG.log(Level.WARNING, "A refusal could not be written into the audit trail", e);
        }
    }
}
