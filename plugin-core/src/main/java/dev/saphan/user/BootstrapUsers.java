/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Secret;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Creates the users that the configuration names and the database does not have yet: {@code saphan.user.admin.password}
 * and {@code saphan.user.cashier.password}. A user that exists keeps the password it has.
 */
@Wired
public class BootstrapUsers {

    private final Users users;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    BootstrapUsers(Users users, Passwords passwords, Transactions transactions, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void create() {
        create("admin", Set.of("viewer", "cashier", "refunder", "approver", "admin"));
        create("cashier", Set.of("cashier"));
    }

    private void create(String name, Set<String> roles) {
        ConfigProvider.getConfig()
                .getOptionalValue("saphan.user." + name + ".password", String.class)
                .map(Secret::new)
                .ifPresent(password -> transactions.callAgainOnConflict(() -> {
                    if (users.find(name).isEmpty()) {
                        users.add(new User(name, passwords.hash(password), roles, clock.instant()));
                    }
                    return true;
                }));
    }
}
