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
import java.util.Optional;

/** Lets people in, and looks again at each request whether they still may. */
@Wired
public class SignIn {

    private final Users users;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    SignIn(Users users, Passwords passwords, AuditTrail trail, Transactions transactions, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Empty if they are not let in; whether the name, the password or the person is wrong is not told. The hash is
     * compared outside any transaction: it takes long by design.
     */
    public Optional<Identity> withPassword(String name, Secret password, String address) {
        Optional<String> hash = transactions.call(() -> users.find(name).flatMap(User::passwordHash));
        if (hash.isEmpty()) {
            passwords.checkAgainstNobody(password);
            return Optional.empty();
        }
        boolean right = passwords.matches(password, hash.get());
        return transactions.callAgainOnConflict(() -> enter(new Who(name, address), hash.get(), right));
    }

    private Optional<Identity> enter(Who who, String hash, boolean right) {
        Optional<User> user = users.lock(who.name())
                .filter(known -> right && known.passwordHash().equals(Optional.of(hash)))
                .filter(known -> known.maySignIn(clock.instant()));
        user.ifPresent(known -> known.signedIn(clock.instant()));
        trail.record(who, user.isPresent() ? "sign-in" : "sign-in.refused", null, who.name(), "");
        return user.map(Identity::of);
    }

    /** As they stand now; empty if they were disabled, or signed in before their password was changed. */
    public Optional<Identity> current(String name, int sessionEpoch) {
        return transactions.call(() -> users.find(name)
                .filter(user -> !user.isDisabled() && user.sessionEpoch() == sessionEpoch)
                .map(Identity::of));
    }
}
