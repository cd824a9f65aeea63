/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.audit.AuditEntry;
import dev.saphan.audit.AuditFilter;
import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.identity.Ids;
import dev.saphan.secret.Secret;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in, and who may say so. */
@ParameterizedClass
@EnumSource(Database.class)
class PeopleTest {

    private static final Secret OWN = new Secret("seven lanterns over a canal");
    private static final String HERE = "192.0.2.7";

    @Parameter
    Database database;

    private TestPlugin plugin;
    private Who root;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
        root = person(Grants.of(Grant.everywhere(Role.ADMIN)));
    }

    @Test
    void aLentPasswordLetsInUntilItIsChanged() {
        String name = name();
        Secret lent = manage().add(root, name, Grants.of(Grant.in(TestPlugin.STORE, Role.VIEWER)));

        Identity identity = signIn(name, lent).orElseThrow();
        assertThat(identity.mustChoosePassword()).isTrue();
        ChangePassword.Outcome outcome = plugin.get(ChangePassword.class).change(new Who(name, HERE), lent, OWN);

        assertThat(outcome.identity().orElseThrow().mustChoosePassword()).isFalse();
        assertThat(signIn(name, lent)).isEmpty();
        assertThat(signIn(name, OWN)).isPresent();
        assertThat(plugin.get(SignIn.class).current(name, identity.sessionEpoch()))
                .as("sessions that began with the lent password")
                .isEmpty();
    }

    @Test
    void aLentPasswordIsWorthNothingAfterItsTime() {
        String name = name();
        Secret lent = manage().add(root, name, Grants.NONE);

        plugin.clock().forward(OneTimePassword.LIFE);

        assertThat(signIn(name, lent)).isEmpty();
    }

    @Test
    void anEasyPasswordIsNotTaken() {
        Who who = person(Grants.NONE);
        ChangePassword change = plugin.get(ChangePassword.class);

        for (String easy : List.of("short", "passwordpassword", who.name() + "2026", "aaaaaaaaaaaaaaaa")) {
            assertThat(change.change(who, OWN, new Secret(easy)).refusal())
                    .as(easy)
                    .contains(ChangePassword.Refusal.TOO_EASY);
        }
        assertThat(change.change(who, OWN, OWN).refusal()).contains(ChangePassword.Refusal.SAME_AS_BEFORE);
        assertThat(change.change(who, new Secret("not it"), new Secret("nine herons by the water"))
                        .refusal())
                .contains(ChangePassword.Refusal.WRONG_PASSWORD);
    }

    @Test
    void whoeverIsDisabledIsOutAtOnce() {
        Who who = person(Grants.of(Grant.everywhere(Role.VIEWER)));
        Identity before = signIn(who.name(), OWN).orElseThrow();

        manage().disable(root, who.name());

        assertThat(plugin.get(SignIn.class).current(who.name(), before.sessionEpoch()))
                .isEmpty();
        assertThat(signIn(who.name(), OWN)).isEmpty();
        manage().enable(root, who.name());
        assertThat(signIn(who.name(), OWN)).isPresent();
    }

    @Test
    void anAdminOfOneStoreReachesNobodyBeyondIt() {
        Who admin = person(Grants.of(Grant.in(TestPlugin.STORE, Role.ADMIN)));
        Who elsewhere = person(Grants.of(Grant.in(plugin.strictStore().id(), Role.VIEWER)));
        Grants everywhere = Grants.of(Grant.everywhere(Role.VIEWER));

        refused(NotManaged.Reason.OUT_OF_REACH, () -> manage().add(admin, name(), everywhere));
        refused(NotManaged.Reason.OUT_OF_REACH, () -> manage().resetPassword(admin, elsewhere.name()));
        refused(NotManaged.Reason.OUT_OF_REACH, () -> manage().disable(admin, root.name()));
        refused(NotManaged.Reason.OUT_OF_REACH, () -> manage().give(admin, admin.name(), everywhere));

        String cashier = name();
        manage().add(admin, cashier, Grants.of(Grant.in(TestPlugin.STORE, Role.CASHIER)));
        assertThat(grants(cashier).allow(Role.CASHIER, TestPlugin.STORE)).isTrue();
        assertThat(grants(cashier).allow(Role.CASHIER, plugin.strictStore().id()))
                .isFalse();
    }

    @Test
    void whoIsNoAdminManagesNobody() {
        Who approver = person(Grants.of(Grant.everywhere(Role.APPROVER)));

        refused(NotManaged.Reason.OUT_OF_REACH, () -> manage().add(approver, name(), Grants.NONE));
        refused(NotManaged.Reason.OUT_OF_REACH, () -> manage().enable(approver, root.name()));
    }

    @Test
    void twoAdminsCannotTakeEachOthersRightsAtTheSameMoment() throws Exception {
        Who other = person(Grants.of(Grant.everywhere(Role.ADMIN)));
        ExecutorService both = Executors.newFixedThreadPool(2);
        Callable<Boolean> one = () -> succeeds(() -> manage().disable(root, other.name()));
        Callable<Boolean> another = () -> succeeds(() -> manage().disable(other, root.name()));

        List<Future<Boolean>> done = both.invokeAll(List.of(one, another));

        assertThat(done.get(0).get()).isNotEqualTo(done.get(1).get());
        both.shutdown();
    }

    @Test
    void oneAdminOfEverythingStays() {
        plugin.transactions()
                .run(() -> plugin.get(Users.class).all().stream()
                        .filter(user -> !user.name().equals(root.name()))
                        .forEach(user -> user.give(Grants.NONE)));

        refused(NotManaged.Reason.LAST_ADMIN, () -> manage().disable(root, root.name()));
        refused(
                NotManaged.Reason.LAST_ADMIN,
                () -> manage().give(root, root.name(), Grants.of(Grant.in(TestPlugin.STORE, Role.ADMIN))));
    }

    @Test
    void namesAreTakenOnceAndAreNames() {
        refused(NotManaged.Reason.NAME_TAKEN, () -> manage().add(root, root.name(), Grants.NONE));
        refused(NotManaged.Reason.NOT_A_NAME, () -> manage().add(root, "Ann Other", Grants.NONE));
        refused(NotManaged.Reason.UNKNOWN, () -> manage().disable(root, "nobody-of-that-name"));
    }

    @Test
    void everyChangeOfPeopleAndEverySignInStandsInTheTrail() {
        String name = name();
        Secret lent = manage().add(root, name, Grants.of(Grant.in(TestPlugin.STORE, Role.VIEWER)));
        signIn(name, new Secret("wrong"));
        signIn(name, lent);
        manage().give(root, name, Grants.of(Grant.everywhere(Role.REFUNDER)));

        assertThat(about(name))
                .containsExactly(
                        root.name() + " person.roles refunder in every store",
                        name + " sign-in ",
                        name + " sign-in.refused ",
                        root.name() + " person.add viewer in shop")
                .noneMatch(line -> line.contains(lent.reveal()));
    }

    private List<String> about(String name) {
        AuditFilter filter = new AuditFilter(Set.of(), true, "", "", name, Optional.empty(), Optional.empty());
        List<AuditEntry> entries =
                plugin.transactions().call(() -> plugin.get(AuditTrail.class).before(Long.MAX_VALUE, filter, 10));
        return entries.stream()
                .map(entry -> entry.actor() + " " + entry.act() + " " + entry.detail())
                .toList();
    }

    private ManageUsers manage() {
        return plugin.get(ManageUsers.class);
    }

    private Optional<Identity> signIn(String name, Secret password) {
        return plugin.get(SignIn.class)
                .withPassword(name, password, Origin.at(HERE))
                .identity();
    }

    private Grants grants(String name) {
        return plugin.transactions()
                .call(() -> plugin.get(Users.class).find(name).orElseThrow().grants());
    }

    private Who person(Grants grants) {
        String name = name();
        plugin.transactions().run(() -> {
            User user = new User(name, grants, plugin.clock().instant());
            user.choosePassword(plugin.get(Passwords.class).hash(OWN));
            plugin.get(Users.class).add(user);
        });
        return new Who(name, HERE);
    }

    private static String name() {
        return Ids.next("usr").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (NotManaged e) {
            return false;
        }
    }

    private static void refused(NotManaged.Reason reason, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        NotManaged.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
