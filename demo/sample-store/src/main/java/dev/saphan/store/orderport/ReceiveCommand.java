/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import dev.saphan.store.payment.Effect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Gives a command its effect exactly once.
 *
 * <ol>
 *   <li>One transaction: the command's id into the inbox, then the effect on the order, then the answer beside the id.
 *   <li>The same command at the same time waits at the inbox's key and then reads the first one's answer.
 *   <li>"Retry later" rolls everything back, the id included.
 * </ol>
 */
@Singleton
class ReceiveCommand {

    private static final String DUPLICATE_KEY = "23505";

    private final Jdbi jdbi;
    private final CommandEffects effects;
    private final Clock clock;

    @Inject
    ReceiveCommand(Jdbi jdbi, CommandEffects effects, Clock clock) {
        this.jdbi = jdbi;
        this.effects = effects;
        this.clock = clock;
    }

    Effect receive(Command command) {
        Supplier<Optional<Effect>> earlier =
                () -> jdbi.withHandle(handle -> CommandInbox.earlier(handle, command.id()));
        return earlier.get().orElseGet(() -> {
            try {
                return first(command);
            } catch (JdbiException e) {
                return duplicate(e) ? earlier.get().orElseThrow(RetryLaterException::new) : rethrow(e);
            }
        });
    }

    private Effect first(Command command) {
        return jdbi.inTransaction(handle -> {
            CommandInbox.enter(handle, command, clock.instant());
            Effect effect = effects.apply(handle, command);
            CommandInbox.answered(handle, command, effect);
            return effect;
        });
    }

    private static boolean duplicate(JdbiException e) {
        return e.getCause() instanceof SQLException cause && DUPLICATE_KEY.equals(cause.getSQLState());
    }

    private static Effect rethrow(JdbiException e) {
        throw e;
    }
}
