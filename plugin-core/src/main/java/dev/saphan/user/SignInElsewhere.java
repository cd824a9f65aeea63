/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.persistence.Transactions;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets in whom an OpenID provider vouches for. They are known by issuer and subject, never by a name: names are given
 * anew, and a person who has a password here is not taken over by a namesake elsewhere. Whoever comes for the first time
 * is entered, with the roles of their groups, or with none until an admin gives some.
 */
@Wired
public class SignInElsewhere {

    private final Users users;
    private final GroupGrants groupGrants;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    SignInElsewhere(Users users, GroupGrants groupGrants, AuditTrail trail, Transactions transactions, Clock clock) {
        this.users = users;
        this.groupGrants = groupGrants;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Why somebody was not let in. */
    public enum Refusal {
        /** The provider tells no name that could be one here; see {@link UserName}. */
        NOT_A_NAME,
        /** Somebody else has that name here. */
        NAME_TAKEN,
        DISABLED
    }

    /** @param identity empty with a refusal */
    public record Outcome(Optional<Identity> identity, Optional<Refusal> refusal) {

        static Outcome of(User user) {
            return new Outcome(Optional.of(Identity.of(user)), Optional.empty());
        }

        static Outcome refused(Refusal refusal) {
            return new Outcome(Optional.empty(), Optional.of(refusal));
        }
    }

    public Outcome enter(PersonElsewhere person, String address) {
        return transactions.callAgainOnConflict(() -> users.findKnownElsewhereAs(person.id())
                .flatMap(known -> users.lock(known.name()))
                .map(user -> letIn(user, person, address))
                .orElseGet(() -> first(person, address)));
    }

    private Outcome first(PersonElsewhere person, String address) {
        String name = person.name().toLowerCase(Locale.ROOT);
        if (!UserName.isOne(name)) {
            return Outcome.refused(Refusal.NOT_A_NAME);
        }
        if (users.find(name).isPresent()) {
            Optional<User> sameMeanwhile =
                    users.findKnownElsewhereAs(person.id()).flatMap(known -> users.lock(known.name()));
            if (sameMeanwhile.isPresent()) {
                return letIn(sameMeanwhile.get(), person, address);
            }
            trail.record(new Who(name, address), "sign-in.refused", null, name, "another has that name here");
            return Outcome.refused(Refusal.NAME_TAKEN);
        }
        User user = new User(name, Grants.NONE, clock.instant());
        user.knownElsewhereAs(person.id());
        users.add(user);
        trail.record(new Who(name, address), "person.first-sign-in", null, name, "by " + person.issuer());
        return letIn(user, person, address);
    }

    private Outcome letIn(User user, PersonElsewhere person, String address) {
        Who who = new Who(user.name(), address);
        if (user.isDisabled()) {
            trail.record(who, "sign-in.refused", null, user.name(), "disabled");
            return Outcome.refused(Refusal.DISABLED);
        }
        groupGrants
                .of(person.groups())
                .filter(grants -> !grants.equals(user.grants()))
                .ifPresent(grants -> {
                    user.give(grants);
                    trail.record(
                            who, "person.roles", null, user.name(), "by " + person.issuer() + ": " + grants.inWords());
                });
        user.signedIn(clock.instant());
        trail.record(who, "sign-in", null, user.name(), "by " + person.issuer());
        return Outcome.of(user);
    }
}
