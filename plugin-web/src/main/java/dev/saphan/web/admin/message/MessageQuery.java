/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.message.MessageFilter;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.admin.PageAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the address of the list asks for. What makes no sense in it is left out. */
public final class MessageQuery {

    private static final int LONGEST_TEXT = 100;

    private final HttpServletRequest request;
    private final Store store;
    private final Box box;

    private MessageQuery(HttpServletRequest request, Store store, Box box) {
        this.request = request;
        this.store = store;
        this.box = box;
    }

    /** @param visible the stores of which the person may see something; at least one */
    static MessageQuery of(HttpServletRequest request, List<Store> visible) {
        Store store = visible.stream()
                .filter(one -> one.id().value().equals(request.getParameter("store")))
                .findFirst()
                .orElseGet(() -> visible.get(0));
        Box box = Optional.ofNullable(request.getParameter("box"))
                .flatMap(Box::of)
                .orElse(Box.EVENTS);
        return new MessageQuery(request, store, box);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** All of the box, store and mode. */
    MessageFilter everything() {
        return MessageFilter.all(box, store.id(), mode());
    }

    /** Without the text, which is looked up first. */
    MessageFilter filter() {
        return new MessageFilter(
                box, store.id(), mode(), kind(), state(), from(), until(), Optional.empty(), Optional.empty());
    }

    /** The box with nothing filtered. */
    PageAddress base(Box other) {
        return PageAddress.of("messages.xhtml")
                .with("box", other.code())
                .with("store", store.id().value())
                .with("mode", mode().code());
    }

    PageAddress address() {
        return base(box)
                .with("q", text())
                .with("kind", kind().orElse(null))
                .with("status", state().orElse(null))
                .with("first", getFirst())
                .with("last", getLast());
    }

    public boolean isFiltered() {
        return !address().toString().equals(base(box).toString());
    }

    public String getUnfiltered() {
        return base(box).toString();
    }

    Store store() {
        return store;
    }

    Box box() {
        return box;
    }

    Mode mode() {
        return store.modeOrUsual(parameter("mode").orElse(""));
    }

    Optional<String> kind() {
        return parameter("kind").filter(MessageKinds.of(box)::contains);
    }

    Optional<String> state() {
        return parameter("status").filter(MessageKinds.states(box)::contains);
    }

    String text() {
        return parameter("q")
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                .orElse("");
    }

    Optional<String> batch() {
        return parameter("batch");
    }

    private Optional<Instant> from() {
        return day("first").map(day -> day.atStartOfDay(store.timeZone()).toInstant());
    }

    private Optional<Instant> until() {
        return day("last")
                .map(day -> day.plusDays(1).atStartOfDay(store.timeZone()).toInstant());
    }

    private Optional<LocalDate> day(String name) {
        try {
            return parameter(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public String getText() {
        return text();
    }

    public String getFirst() {
        return day("first").map(LocalDate::toString).orElse("");
    }

    public String getLast() {
        return day("last").map(LocalDate::toString).orElse("");
    }

    public String getBoxCode() {
        return box.code();
    }

    public String getModeCode() {
        return mode().code();
    }

    public String getStoreId() {
        return store.id().value();
    }

    public String getStoreName() {
        return store.name();
    }

    public String getTimeZone() {
        return store.timeZone().getId();
    }

    public String getKindCode() {
        return kind().orElse("");
    }

    public String getStateCode() {
        return state().orElse("");
    }
}
