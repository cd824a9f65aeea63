/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Secret;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;

/** A person changes their own password. Their other sessions end. */
@Wired
public class ChangePassword {

    private final Users users;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final SignInAttempts attempts;
    private final AuditTrail trail;
    private final Transactions transactions;

    @Inject
    ChangePassword(
            Users users,
            Passwords passwords,
            PasswordPolicy policy,
            SignInAttempts attempts,
            AuditTrail trail,
            Transactions transactions) {
        this.users = users;
        this.passwords = passwords;
        this.policy = policy;
        this.attempts = attempts;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Why it was not changed. */
    public enum Refusal {
        WRONG_PASSWORD,
        /** Too many wrong ones; none was looked at. */
        THROTTLED,
        TOO_EASY,
        SAME_AS_BEFORE
    }

    /** @param identity as whom the session goes on; empty with a refusal */
    public record Outcome(Optional<Identity> identity, Optional<Refusal> refusal) {

        static Outcome refused(Refusal refusal) {
            return new Outcome(Optional.empty(), Optional.of(refusal));
        }
    }

    /** @throws dev.saphan.problem.Problem if too many passwords are worked on */
    public Outcome change(Who who, Secret before, Secret chosen) {
        SignInAttempts.Reservation reservation =
                transactions.callAgainOnConflict(() -> attempts.reserveChange(who.name()));
        if (reservation.delay().isPresent()) {
            return Outcome.refused(Refusal.THROTTLED);
        }
        Optional<String> hash = transactions.call(() -> users.find(who.name()).flatMap(User::passwordHash));
        if (hash.isEmpty() || !check(before, hash.get(), reservation)) {
            return Outcome.refused(Refusal.WRONG_PASSWORD);
        }
        transactions.callAgainOnConflict(() -> {
            attempts.succeeded(reservation);
            return true;
        });
        if (before.reveal().equals(chosen.reveal())) {
            return Outcome.refused(Refusal.SAME_AS_BEFORE);
        }
        if (!policy.allows(chosen, who.name())) {
            return Outcome.refused(Refusal.TOO_EASY);
        }
        return keep(who, hash.get(), passwords.hash(chosen));
    }

    private boolean check(Secret before, String hash, SignInAttempts.Reservation reservation) {
        try {
            return passwords.matches(before, hash);
        } catch (RuntimeException e) {
            transactions.callAgainOnConflict(() -> {
                attempts.notMade(reservation);
                return true;
            });
            throw e;
        }
    }

    private Outcome keep(Who who, String hash, String next) {
        return transactions.callAgainOnConflict(() -> users.lock(who.name())
                .filter(user -> user.passwordHash().equals(Optional.of(hash)))
                .map(user -> {
                    user.choosePassword(next);
                    trail.record(who, "password.change", null, who.name(), "");
                    return new Outcome(Optional.of(Identity.of(user)), Optional.empty());
                })
                .orElseGet(() -> Outcome.refused(Refusal.WRONG_PASSWORD)));
    }
}
