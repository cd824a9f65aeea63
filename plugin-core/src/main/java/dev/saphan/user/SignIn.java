/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Secret;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Checks a name and a password. An unknown name takes as long as a wrong password. */
@Wired
public class SignIn {

    private final Users users;
    private final Passwords passwords;
    private final Transactions transactions;

    @Inject
    SignIn(Users users, Passwords passwords, Transactions transactions) {
        this.users = users;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /** The person's roles; empty if they are not let in. */
    public Optional<Set<String>> check(String name, Secret password) {
        Optional<User> user = transactions.call(() -> users.find(name));
        if (user.isEmpty()) {
            passwords.checkAgainstNobody(password);
            return Optional.empty();
        }
        return user.filter(known -> passwords.matches(password, known.passwordHash()))
                .map(User::roles);
    }
}
