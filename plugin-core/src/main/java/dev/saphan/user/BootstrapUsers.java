/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Secret;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
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
        for (String name : setting("saphan.users").orElse("admin,cashier").split(",", -1)) {
            createConfigured(name.strip());
        }
        if (!groupGrants.decide()) {
            createFirstAdmin();
        }
    }

    private void createConfigured(String name) {
        setting("saphan.user." + name + ".password").map(Secret::new).ifPresent(password -> {
            Grants grants = parse(setting("saphan.user." + name + ".roles").orElse(name));
            if (transactions.call(() -> users.find(name).isPresent())) {
                return;
            }
            String hash = passwords.hash(password);
            transactions.callAgainOnConflict(() -> {
                if (users.find(name).isEmpty()) {
                    User user = new User(name, grants, clock.instant());
                    user.choosePassword(hash);
                    users.add(user);
                }
                return true;
            });
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

    /** Such as {@code viewer, cashier@shop-a}: a role in every store, or in one. */
    static Grants parse(String text) {
        return new Grants(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(BootstrapUsers::grant)
                .collect(Collectors.toSet()));
    }

    private static Grant grant(String text) {
        String[] parts = text.split("@", 2);
        Role role =
                Role.of(parts[0]).orElseThrow(() -> new InvalidConfiguration(List.of(text + " is no role of a user")));
        return parts.length == 1 ? Grant.everywhere(role) : Grant.in(new StoreId(parts[1]), role);
    }

    private static Optional<String> setting(String key) {
        return ConfigProvider.getConfig().getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
