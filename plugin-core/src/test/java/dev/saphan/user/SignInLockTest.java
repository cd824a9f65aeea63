/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.identity.Ids;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Secret;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An admin changes people while one of them signs in: whoever is second waits, and neither is thrown back. */
@ParameterizedClass
@EnumSource(Database.class)
class SignInLockTest {

    private static final Secret PASSWORD = new Secret("four kites above the ferry");

    @Parameter
    Database database;

    @Test
    void signingInWaitsForThePersonBeforeTheTrail() throws ExecutionException, InterruptedException {
        TestPlugin plugin = TestPlugin.on(database);
        Who who = new Who("p-" + Ids.next("usr").toLowerCase(Locale.ROOT), "192.0.2.7");
        Users users = plugin.get(Users.class);
        Passwords passwords = plugin.get(Passwords.class);
        plugin.transactions().run(() -> {
            User user = new User(who.name(), Grants.NONE, plugin.clock().instant());
            user.choosePassword(passwords.hash(PASSWORD));
            users.add(user);
        });
        Counted counted = new Counted(plugin.transactions());
        SignIn signIn = new SignIn(
                users,
                passwords,
                plugin.get(SignInAttempts.class),
                plugin.get(AuditTrail.class),
                counted,
                plugin.clock());

        CompletableFuture<Boolean> let = plugin.transactions().call(() -> {
            users.lockAll();
            CompletableFuture<Boolean> entering = CompletableFuture.supplyAsync(
                    () -> signIn.withPassword(who.name(), PASSWORD, Origin.at(who.address()))
                            .identity()
                            .isPresent());
            eventually(() -> assertThat(waiting(plugin)).as("waiting").isPositive());
            plugin.get(AuditTrail.class).record(who, "person.roles", null, who.name(), "");
            return entering;
        });

        assertThat(let.get()).isTrue();
        assertThat(counted.calls).as("transactions, none of them again").hasValue(2);
    }

    private long waiting(TestPlugin plugin) {
        String sql = database == Database.H2
                ? "select count(*) from information_schema.sessions where blocker_id is not null"
                : "select count(*) from pg_stat_activity where datname = current_database()"
                        + " and cardinality(pg_blocking_pids(pid)) > 0";
        return plugin.transactions()
                .call(() -> ((Number) plugin.entities().createNativeQuery(sql).getSingleResult()).longValue());
    }

    /** Counts each try. */
    private static final class Counted implements Transactions {

        private final Transactions inner;
        private final AtomicInteger calls = new AtomicInteger();

        Counted(Transactions inner) {
            this.inner = inner;
        }

        @Override
        public <T> T call(Supplier<T> work) {
            calls.incrementAndGet();
            return inner.call(work);
        }

        @Override
        public boolean isActive() {
            return inner.isActive();
        }
    }
}
