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
import java.util.List;
import java.util.function.Consumer;

/**
 * Admins add people and say what they may do, each within the stores that they are admin of. One admin of everything
 * always stays.
 */
@Wired
public class ManageUsers {

    private final Users users;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final GroupGrants groupGrants;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ManageUsers(
            Users users,
            Passwords passwords,
            AuditTrail trail,
            GroupGrants groupGrants,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.trail = trail;
        this.groupGrants = groupGrants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return the password for the first sign-in, to be handed on; it is kept nowhere in the clear */
    public Secret add(Who who, String name, Grants grants) {
        if (!UserName.isOne(name)) {
            throw new NotManaged(NotManaged.Reason.NOT_A_NAME);
        }
        Secret password = OneTimePassword.next();
        String hash = passwords.hash(password);
        transactions.callAgainOnConflict(() -> {
            List<User> everybody = users.lockAll();
            requireReach(everybody, who, grants);
            if (everybody.stream().anyMatch(user -> user.name().equals(name))) {
                throw new NotManaged(NotManaged.Reason.NAME_TAKEN);
            }
            User user = new User(name, grants, clock.instant());
            user.lendPassword(hash, clock.instant().plus(OneTimePassword.LIFE));
            users.add(user);
            trail.record(who, "person.add", null, name, grants.inWords());
            return true;
        });
        return password;
    }

    /** Replaces all that the person may do. */
    public void give(Who who, String name, Grants grants) {
        change(who, name, "person.roles", grants.inWords(), grants, user -> {
            if (user.isKnownElsewhere() && groupGrants.decide()) {
                throw new NotManaged(NotManaged.Reason.KNOWN_ELSEWHERE);
            }
            user.give(grants);
        });
    }

    /** @return a password for the next sign-in; the one before is worth nothing */
    public Secret resetPassword(Who who, String name) {
        Secret password = OneTimePassword.next();
        String hash = passwords.hash(password);
        change(who, name, "person.password-reset", "", Grants.NONE, user -> {
            if (user.isKnownElsewhere()) {
                throw new NotManaged(NotManaged.Reason.KNOWN_ELSEWHERE);
            }
            user.lendPassword(hash, clock.instant().plus(OneTimePassword.LIFE));
        });
        return password;
    }

    /** Their sessions end with it. */
    public void disable(Who who, String name) {
        change(who, name, "person.disable", "", Grants.NONE, user -> user.disable(clock.instant()));
    }

    public void enable(Who who, String name) {
        change(who, name, "person.enable", "", Grants.NONE, User::enable);
    }

    private void change(Who who, String name, String act, String detail, Grants given, Consumer<User> change) {
        transactions.callAgainOnConflict(() -> {
            List<User> everybody = users.lockAll();
            User user = the(everybody, name);
            requireReach(everybody, who, user.grants());
            requireReach(everybody, who, given);
            change.accept(user);
            if (everybody.stream().noneMatch(ManageUsers::isAdminOfAll)) {
                throw new NotManaged(NotManaged.Reason.LAST_ADMIN);
            }
            trail.record(who, act, null, name, detail);
            return true;
        });
    }

    private static boolean isAdminOfAll(User user) {
        return !user.isDisabled() && user.grants().allowEverywhere(Role.ADMIN);
    }

    private static void requireReach(List<User> everybody, Who who, Grants touched) {
        User acting = the(everybody, who.name());
        boolean admin = acting.grants().allowSomewhere(Role.ADMIN) && !acting.isDisabled();
        if (!admin || !acting.grants().administer(touched.all())) {
            throw new NotManaged(NotManaged.Reason.OUT_OF_REACH);
        }
    }

    private static User the(List<User> everybody, String name) {
        return everybody.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotManaged(NotManaged.Reason.UNKNOWN));
    }
}
