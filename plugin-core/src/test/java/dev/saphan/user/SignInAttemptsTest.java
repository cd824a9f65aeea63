/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.audit.Who;
import dev.saphan.identity.Ids;
import dev.saphan.secret.Secret;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Guessers are slowed, however they go about it, and the people whose names they guess get in. */
@ParameterizedClass
@EnumSource(Database.class)
class SignInAttemptsTest {

    private static final Secret RIGHT = new Secret("four kites above the ferry");
    private static final Secret WRONG = new Secret("not it");
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void looksAtFiveOfManyGuessesAtOnce() throws Exception {
        String name = person();
        Origin here = somewhere();
        ExecutorService crowd = Executors.newFixedThreadPool(14);
        List<Future<SignInAttempts.Reservation>> guesses = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            guesses.add(crowd.submit(() -> reserve(name, here)));
        }

        int lookedAt = 0;
        for (Future<SignInAttempts.Reservation> guess : guesses) {
            lookedAt += guess.get().delay().isEmpty() ? 1 : 0;
        }
        crowd.shutdown();

        assertThat(lookedAt).isEqualTo(5);
    }

    @Test
    void doesNotLookAtTheRightPasswordEitherAfterFiveWrongOnes() {
        String name = person();
        Origin here = somewhere();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(name, WRONG, here)).isInstanceOf(SignIn.Outcome.Refused.class);
        }

        assertThat(signIn(name, RIGHT, here)).isInstanceOf(SignIn.Outcome.Later.class);
        plugin.clock().forward(Duration.ofMinutes(4));
        assertThat(signIn(name, RIGHT, here).identity()).as("after a while").isPresent();
    }

    @Test
    void slowsOnePasswordAgainstFortyNames() {
        Origin here = somewhere();
        int lookedAt = 0;
        for (int i = 0; i < 40; i++) {
            lookedAt += reserve("nobody-" + i, here).delay().isEmpty() ? 1 : 0;
        }

        assertThat(lookedAt).isEqualTo(20);
    }

    @Test
    void countsTheAddressesOfOneIpv6SiteAsOne() {
        String site = "2001:db8:" + Integer.toHexString(ADDRESS.incrementAndGet()) + "::";
        int lookedAt = 0;
        for (int i = 1; i <= 40; i++) {
            lookedAt += reserve("nobody-" + i, Origin.at(site + i)).delay().isEmpty() ? 1 : 0;
        }

        assertThat(lookedAt).isEqualTo(20);
    }

    @Test
    void leavesAGuesserWithManyAddressesOneGuessFromEach() {
        String name = person();
        for (int i = 0; i < 40; i++) {
            reserve(name, somewhere());
        }
        Origin another = somewhere();

        assertThat(reserve(name, another).delay()).as("the first from there").isEmpty();
        assertThat(reserve(name, another).delay()).as("the second from there").isPresent();
    }

    @Test
    void letsThePersonInWhileManyAddressesGuess() {
        String name = person();
        for (int i = 0; i < 60; i++) {
            reserve(name, somewhere());
        }

        assertThat(signIn(name, RIGHT, somewhere()).identity())
                .as("from a new place")
                .isPresent();
    }

    @Test
    void letsAKnownDeviceInWhateverItsAddressAndNameWereUsedFor() {
        String name = person();
        Origin stranger = somewhere();
        for (int i = 0; i < 60; i++) {
            reserve(name, somewhere());
            reserve("nobody-" + i, stranger);
        }
        Origin known = new Origin(stranger.address(), Optional.of(Ids.next("dev")));

        assertThat(signIn(name, RIGHT, stranger)).isInstanceOf(SignIn.Outcome.Later.class);
        assertThat(signIn(name, RIGHT, known).identity()).isPresent();
    }

    @Test
    void slowsAKnownDeviceByItsOwnFailures() {
        String name = person();
        Origin known = new Origin("192.0.2.9", Optional.of(Ids.next("dev")));
        int lookedAt = 0;
        for (int i = 0; i < 30; i++) {
            lookedAt += reserve(name, known).delay().isEmpty() ? 1 : 0;
        }

        assertThat(lookedAt).isEqualTo(10);
    }

    @Test
    void aSuccessClearsItsOwnFailuresAndNobodyElses() {
        String name = person();
        String victim = person();
        Origin here = somewhere();
        for (int i = 0; i < 4; i++) {
            reserve(name, here);
            reserve(victim, here);
        }
        assertThat(signIn(name, RIGHT, here).identity()).isPresent();

        assertThat(reserve(victim, here).delay()).as("the victim's fifth").isEmpty();
        assertThat(reserve(victim, here).delay()).as("the victim's sixth").isPresent();
        int own = 0;
        while (own < 30 && reserve(name, here).delay().isEmpty()) {
            own++;
        }
        assertThat(own).as("of the person's own").isEqualTo(5);
    }

    @Test
    void doesNotLetSuccessesPayForGuessesAtOthers() {
        String name = person();
        Origin here = somewhere();
        int guessed = 0;
        for (int i = 0; i < 40; i++) {
            signIn(name, RIGHT, here);
            guessed += reserve("nobody-" + i, here).delay().isEmpty() ? 1 : 0;
        }

        assertThat(guessed).isLessThanOrEqualTo(20);
    }

    @Test
    void countsWrongPasswordsWhereSomebodyChangesTheirOwn() {
        String name = person();
        Who who = new Who(name, "192.0.2.9");
        ChangePassword change = plugin.get(ChangePassword.class);
        Secret chosen = new Secret("nine herons by the water");
        for (int i = 0; i < 10; i++) {
            assertThat(change.change(who, WRONG, chosen).refusal()).contains(ChangePassword.Refusal.WRONG_PASSWORD);
        }

        assertThat(change.change(who, RIGHT, chosen).refusal()).contains(ChangePassword.Refusal.THROTTLED);
        plugin.clock().forward(Duration.ofMinutes(2));
        assertThat(change.change(who, RIGHT, chosen).identity()).isPresent();
    }

    private SignInAttempts.Reservation reserve(String name, Origin origin) {
        return plugin.transactions()
                .callAgainOnConflict(() -> plugin.get(SignInAttempts.class).reserve(name, origin));
    }

    private SignIn.Outcome signIn(String name, Secret password, Origin origin) {
        return plugin.get(SignIn.class).withPassword(name, password, origin);
    }

    private static Origin somewhere() {
        int number = ADDRESS.incrementAndGet();
        return Origin.at("198.51." + number / 250 + "." + number % 250);
    }

    private String person() {
        String name = Ids.next("usr").toLowerCase(Locale.ROOT).replace('_', '-');
        String hash = plugin.get(Passwords.class).hash(RIGHT);
        plugin.transactions().run(() -> {
            User user = new User(name, Grants.NONE, plugin.clock().instant());
            user.choosePassword(hash);
            plugin.get(Users.class).add(user);
        });
        return name;
    }
}
