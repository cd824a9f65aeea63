/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import dev.saphan.store.payment.Effect;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Every command that had its effect. The primary key is what makes each count once, also between two at a time. */
final class CommandInbox {

    private CommandInbox() {}

    /** The answer given before, if this command was answered before. */
    static Optional<Effect> earlier(Handle handle, String commandId) {
        return handle.createQuery("select result, current_state from command_inbox where command_id = ?")
                .bind(0, commandId)
                .map((row, context) -> {
                    String state = row.getString("current_state");
                    return state == null ? Effect.ALREADY_APPLIED : Effect.conflict(state);
                })
                .findOne();
    }

    static void enter(Handle handle, Command command, Instant now) {
        handle.execute("""
                insert into command_inbox (command_id, type, sequence, result, received_at)
                values (?, ?, ?, 'APPLIED', ?)
                """, command.id(), command.type(), command.sequence(), now);
    }

    static void answered(Handle handle, Command command, Effect effect) {
        handle.execute(
                "update command_inbox set result = ?, current_state = ? where command_id = ?",
                effect.kind().name(),
                effect.currentState(),
                command.id());
    }
}
