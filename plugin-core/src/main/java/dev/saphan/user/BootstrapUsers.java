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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The first people. Those of {@code saphan.users} are made if they have a password in the settings and do not exist; an
 * installation without anybody gets an admin with a one-time password, which is written to the log once, unless an OpenID
 * provider says who is admin.
 */
@Wired
public class BootstrapUsers {

    private static final Logger LOG = Logger.getLogger(BootstrapUsers.class.getName());
    private static final String FIRST_ADMIN = "admin";

    private final Users users;
    private final Passwords passwords;
    private final GroupGrants groupGrants;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    BootstrapUsers(Users users, Passwords passwords, GroupGrants groupGrants, Transactions transactions, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.groupGrants = groupGrants;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void create() {
        ConfiguredPerson.read(ConfigProvider.getConfig()).forEach(this::create);
        if (!groupGrants.decide()) {
            createFirstAdmin();
        }
    }

    private void create(ConfiguredPerson person) {
        if (transactions.call(() -> users.find(person.name()).isPresent())) {
            return;
        }
        String hash = passwords.hash(person.password());
        transactions.callAgainOnConflict(() -> {
            if (users.find(person.name()).isEmpty()) {
                User user = new User(person.name(), person.grants(), clock.instant());
                user.choosePassword(hash);
                users.add(user);
            }
            return true;
        });
    }

    private void createFirstAdmin() {
        if (!transactions.call(users::isEmpty)) {
            return;
        }
        Secret password = OneTimePassword.next();
        String hash = passwords.hash(password);
        boolean created = transactions.callAgainOnConflict(() -> {
            boolean nobody = users.isEmpty();
            if (nobody) {
                User admin = new User(FIRST_ADMIN, Grants.of(Grant.everywhere(Role.ADMIN)), clock.instant());
                admin.lendPassword(hash, clock.instant().plus(OneTimePassword.LIFE));
                users.add(admin);
            }
            return nobody;
        });
        if (created) {
            LOG.log(
                    Level.WARNING,
                    "The first sign-in: name {0}, one-time password {1}, to be changed within {2} days",
                    new Object[] {FIRST_ADMIN, password.reveal(), OneTimePassword.LIFE.toDays()});
        }
    }
}
