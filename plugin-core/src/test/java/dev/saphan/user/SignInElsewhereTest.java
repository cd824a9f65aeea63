/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.identity.Ids;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** People of an OpenID provider: known by what is never given to another. */
@ParameterizedClass
@EnumSource(Database.class)
class SignInElsewhereTest {

    private static final String ISSUER = "https://id.example";
    private static final String HERE = "192.0.2.7";
    private static final Map<String, String> GROUPS = Map.of(
            "saphan.oidc.roles-claim", "groups", "saphan.oidc.roles", "payments=admin; till=cashier@shop, viewer@shop");

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void whoComesFirstHasNoRoleUntilAnAdminGivesOne() {
        PersonElsewhere person = person(name());
        SignInElsewhere signIn = signIn(Map.of());

        assertThat(grants(signIn.enter(person, HERE))).isEqualTo(Grants.NONE);
        manage(Map.of()).give(root(), person.name(), Grants.of(Grant.everywhere(Role.VIEWER)));

        assertThat(grants(signIn.enter(person, HERE))).isEqualTo(Grants.of(Grant.everywhere(Role.VIEWER)));
    }

    @Test
    void aNewNameElsewhereIsTheSamePersonHere() {
        PersonElsewhere before = person(name());
        signIn(Map.of()).enter(before, HERE);

        SignInElsewhere.Outcome outcome =
                signIn(Map.of()).enter(new PersonElsewhere(before.issuer(), before.subject(), name(), Set.of()), HERE);

        assertThat(outcome.identity().map(Identity::name)).contains(before.name());
    }

    @Test
    void aNamesakeTakesNobodyOver() {
        Who known = root();
        PersonElsewhere elsewhere = person(name());
        signIn(Map.of()).enter(elsewhere, HERE);

        assertThat(refusal(person(known.name()))).contains(SignInElsewhere.Refusal.NAME_TAKEN);
        assertThat(refusal(
                        new PersonElsewhere("https://other.example", elsewhere.subject(), elsewhere.name(), Set.of())))
                .contains(SignInElsewhere.Refusal.NAME_TAKEN);
        assertThat(refusal(person("Ann Other"))).contains(SignInElsewhere.Refusal.NOT_A_NAME);
    }

    @Test
    void groupsElsewhereGiveAndTakeRoles() {
        String name = name();
        String subject = Ids.next("sub");
        SignInElsewhere signIn = signIn(GROUPS);

        assertThat(grants(signIn.enter(new PersonElsewhere(ISSUER, subject, name, Set.of("till", "other")), HERE)))
                .isEqualTo(
                        Grants.of(Grant.in(TestPlugin.STORE, Role.CASHIER), Grant.in(TestPlugin.STORE, Role.VIEWER)));
        assertThat(grants(signIn.enter(new PersonElsewhere(ISSUER, subject, name, Set.of("payments")), HERE)))
                .isEqualTo(Grants.of(Grant.everywhere(Role.ADMIN)));
        assertThat(grants(signIn.enter(new PersonElsewhere(ISSUER, subject, name, Set.of()), HERE)))
                .isEqualTo(Grants.NONE);
        assertThatThrownBy(() -> manage(GROUPS).give(root(), name, Grants.of(Grant.everywhere(Role.ADMIN))))
                .isInstanceOf(NotManaged.class)
                .extracting(e -> ((NotManaged) e).reason())
                .isEqualTo(NotManaged.Reason.KNOWN_ELSEWHERE);
    }

    @Test
    void whoeverIsDisabledHereStaysOut() {
        PersonElsewhere person = person(name());
        Identity before = signIn(Map.of()).enter(person, HERE).identity().orElseThrow();

        manage(Map.of()).disable(root(), person.name());

        assertThat(refusal(person)).contains(SignInElsewhere.Refusal.DISABLED);
        assertThat(plugin.get(SignIn.class).current(person.name(), before.sessionEpoch()))
                .isEmpty();
    }

    @Test
    void nobodyElsewhereGetsAPasswordHere() {
        PersonElsewhere person = person(name());
        signIn(Map.of()).enter(person, HERE);

        assertThatThrownBy(() -> manage(Map.of()).resetPassword(root(), person.name()))
                .isInstanceOf(NotManaged.class);
    }

    @Test
    void twoFirstSignInsAtOnceAreOnePerson() throws Exception {
        PersonElsewhere person = person(name());
        SignInElsewhere signIn = signIn(Map.of());
        ExecutorService both = Executors.newFixedThreadPool(2);
        Callable<SignInElsewhere.Outcome> enter = () -> signIn.enter(person, HERE);

        for (Future<SignInElsewhere.Outcome> done : both.invokeAll(List.of(enter, enter))) {
            assertThat(done.get().identity().map(Identity::name)).contains(person.name());
        }
        both.shutdown();
    }

    @Test
    void whatIsNoRoleIsSaidAtStart() {
        assertThatThrownBy(() -> groups(Map.of("saphan.oidc.roles", "payments=queen")))
                .isInstanceOf(InvalidConfiguration.class);
        assertThatThrownBy(() -> groups(Map.of("saphan.oidc.roles", "payments")))
                .isInstanceOf(InvalidConfiguration.class);
        assertThatThrownBy(() -> groups(Map.of("saphan.oidc.only", "true"))).isInstanceOf(InvalidConfiguration.class);
        assertThatThrownBy(() -> groups(Map.of("saphan.oidc.issuer", "http://id.example")))
                .isInstanceOf(InvalidConfiguration.class);
    }

    private Optional<SignInElsewhere.Refusal> refusal(PersonElsewhere person) {
        return signIn(Map.of()).enter(person, HERE).refusal();
    }

    private static Grants grants(SignInElsewhere.Outcome outcome) {
        return outcome.identity().orElseThrow().grants();
    }

    private static PersonElsewhere person(String name) {
        return new PersonElsewhere(ISSUER, Ids.next("sub"), name, Set.of());
    }

    private static String name() {
        return "p-" + Ids.next("usr").toLowerCase(Locale.ROOT);
    }

    private Who root() {
        String name = name();
        plugin.transactions()
                .run(() -> plugin.get(Users.class)
                        .add(new User(
                                name,
                                Grants.of(Grant.everywhere(Role.ADMIN)),
                                plugin.clock().instant())));
        return new Who(name, HERE);
    }

    private SignInElsewhere signIn(Map<String, String> settings) {
        return new SignInElsewhere(
                plugin.get(Users.class),
                groups(settings),
                plugin.get(AuditTrail.class),
                plugin.transactions(),
                plugin.clock());
    }

    private ManageUsers manage(Map<String, String> settings) {
        return new ManageUsers(
                plugin.get(Users.class),
                plugin.get(Passwords.class),
                plugin.get(AuditTrail.class),
                groups(settings),
                plugin.transactions(),
                plugin.clock());
    }

    private static GroupGrants groups(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "saphan.public-url", "https://pay.example/payments",
                "saphan.oidc.issuer", ISSUER,
                "saphan.oidc.client-id", "saphan"));
        settings.putAll(more);
        Deployment deployment = DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
        return new GroupGrants(deployment);
    }
}
