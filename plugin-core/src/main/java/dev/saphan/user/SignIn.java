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
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Lets people in, and looks again at each request whether they still may. */
@Wired
public class SignIn {

    private final Users users;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    SignIn(
            Users users,
            Passwords passwords,
            SignInAttempts attempts,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of an attempt. Whether the name, the password or the person is wrong is not told. */
    public sealed interface Outcome {

        record LetIn(Identity who) implements Outcome {}

        /** @param unknown nobody has that name; not to be told to the outside */
        record Refused(boolean unknown) implements Outcome {}

        /** The password was not looked at. */
        record Later(Duration delay) implements Outcome {}

        default Optional<Identity> identity() {
            return this instanceof LetIn in ? Optional.of(in.who()) : Optional.empty();
        }
    }

    /**
     * The attempt is reserved first. The hash is compared outside any transaction: it takes long by design.
     *
     * @throws dev.saphan.problem.Problem if too many passwords are worked on; the attempt does not count then
     */
    public Outcome withPassword(String name, Secret password, Origin origin) {
        attempts.forgetOld();
        Reserved reserved = transactions.callAgainOnConflict(() ->
                new Reserved(attempts.reserve(name, origin), users.find(name).flatMap(User::passwordHash)));
        if (reserved.reservation().delay().isPresent()) {
            return new Outcome.Later(reserved.reservation().delay().get());
        }
        boolean right = check(password, reserved);
        if (reserved.hash().isEmpty()) {
            return new Outcome.Refused(true);
        }
        return transactions.callAgainOnConflict(() -> enter(new Who(name, origin.address()), reserved, right));
    }

    private boolean check(Secret password, Reserved reserved) {
        try {
            if (reserved.hash().isPresent()) {
                return passwords.matches(password, reserved.hash().get());
            }
            passwords.checkAgainstNobody(password);
            return false;
        } catch (RuntimeException e) {
            transactions.callAgainOnConflict(() -> {
                attempts.notMade(reserved.reservation());
                return true;
            });
            throw e;
        }
    }

    private Outcome enter(Who who, Reserved reserved, boolean right) {
        Optional<User> user = users.lock(who.name())
                .filter(known -> right && known.passwordHash().equals(reserved.hash()))
                .filter(known -> known.maySignIn(clock.instant()));
        user.ifPresent(known -> {
            known.signedIn(clock.instant());
            attempts.succeeded(reserved.reservation());
        });
        trail.record(who, user.isPresent() ? "sign-in" : "sign-in.refused", null, who.name(), "");
        return user.map(Identity::of).<Outcome>map(Outcome.LetIn::new).orElseGet(() -> new Outcome.Refused(false));
    }

    private record Reserved(SignInAttempts.Reservation reservation, Optional<String> hash) {}

    /** As they stand now; empty if they were disabled, or signed in before their password was changed. */
    public Optional<Identity> current(String name, int sessionEpoch) {
        return transactions.call(() -> users.find(name)
                .filter(user -> !user.isDisabled() && user.sessionEpoch() == sessionEpoch)
                .map(Identity::of));
    }
}
