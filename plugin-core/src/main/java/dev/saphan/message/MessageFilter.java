/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.message;

import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.storefront.CommandFilter;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.webhook.EventFilter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of one box somebody means.
 *
 * @param kind empty for all
 * @param state a state's code; empty for all
 * @param subjects charges of events, payments of commands; no set for all
 * @param ids only these; no set for all
 */
public record MessageFilter(
        Box box,
        StoreId store,
        Mode mode,
        Optional<String> kind,
        Optional<String> state,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Set<String>> subjects,
        Optional<Set<String>> ids) {

    public static MessageFilter all(Box box, StoreId store, Mode mode) {
        return new MessageFilter(
                box,
                store,
                mode,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Only these of them. */
    public MessageFilter among(Set<String> some) {
        return new MessageFilter(box, store, mode, kind, state, from, until, subjects, Optional.of(Set.copyOf(some)));
    }

    /** Only those about one of these charges of events, or payments of commands. */
    public MessageFilter about(Set<String> some) {
        return new MessageFilter(box, store, mode, kind, state, from, until, Optional.of(Set.copyOf(some)), ids);
    }

    public MessageFilter of(String wanted) {
        return new MessageFilter(box, store, mode, Optional.of(wanted), state, from, until, subjects, ids);
    }

    public MessageFilter in(String wanted) {
        return new MessageFilter(box, store, mode, kind, Optional.of(wanted), from, until, subjects, ids);
    }

    public EventFilter events() {
        return new EventFilter(store, mode, kind, state.flatMap(MessageFilter::eventState), from, until, subjects, ids);
    }

    public CommandFilter commands() {
        return new CommandFilter(
                store, mode, kind, state.flatMap(MessageFilter::commandState), from, until, subjects, ids);
    }

    private static Optional<EventFilter.State> eventState(String code) {
        return Arrays.stream(EventFilter.State.values())
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    private static Optional<OrderCommand.Status> commandState(String code) {
        return Arrays.stream(OrderCommand.Status.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    /** As a batch keeps it. */
    Kept kept() {
        return new Kept(
                kind.orElse(null),
                state.orElse(null),
                from.map(Instant::toString).orElse(null),
                until.map(Instant::toString).orElse(null),
                subjects.orElse(null),
                ids.orElse(null));
    }

    static MessageFilter of(Box box, StoreId store, Mode mode, Kept kept) {
        return new MessageFilter(
                box,
                store,
                mode,
                Optional.ofNullable(kept.kind()),
                Optional.ofNullable(kept.state()),
                Optional.ofNullable(kept.from()).map(Instant::parse),
                Optional.ofNullable(kept.until()).map(Instant::parse),
                Optional.ofNullable(kept.subjects()),
                Optional.ofNullable(kept.ids()));
    }

    /** What is in JSON. Public because JSON-B asks for it. */
    public record Kept(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String from,
            @Nullable String until,
            @Nullable Set<String> subjects,
            @Nullable Set<String> ids) {}
}
