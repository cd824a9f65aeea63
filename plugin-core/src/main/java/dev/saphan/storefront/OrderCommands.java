/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.persistence.PluginData;
import dev.saphan.secret.Seal;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What storefronts were told and are to be told. */
@Wired
public class OrderCommands {

    private static final int UNUSUALLY_OFTEN = 4;
    private static final int MOST_SHOWN = 500;
    private static final int MOST_HURRIED = 1_000;

    private final EntityManager entities;
    private final Seal seal;

    @Inject
    OrderCommands(@PluginData EntityManager entities, Seal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    void add(OrderCommand command) {
        entities.persist(command);
    }

    /** Those that wait for the store's storefront, the oldest first; a bounded number. */
    List<OrderCommand> waiting(StoreId store) {
        return entities.createQuery(
                        "select c from OrderCommand c where c.storeId = :store and c.status = :waiting"
                                + " order by c.createdAt",
                        OrderCommand.class)
                .setParameter("store", store.value())
                .setParameter("waiting", OrderCommand.Status.WAITING)
                .setMaxResults(MOST_HURRIED)
                .getResultList();
    }

    /** The id of the next one of the same subject that waits. */
    Optional<String> next(OrderCommand answered) {
        return entities.createQuery(
                        "select c.id from OrderCommand c where c.storeId = :store and c.subjectId = :subject"
                                + " and c.sequence > :sequence and c.status = :waiting order by c.sequence",
                        String.class)
                .setParameter("store", answered.store().value())
                .setParameter("subject", answered.subjectId())
                .setParameter("sequence", answered.sequence())
                .setParameter("waiting", OrderCommand.Status.WAITING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Messages whose answer could not be used, and those that wait for one unusually long. Newest first. */
    public List<OrderCommand> inTrouble() {
        return entities.createQuery(
                        "select c from OrderCommand c where c.status = :unusable"
                                + " or (c.status = :waiting and c.deliveries >= :often) order by c.createdAt desc",
                        OrderCommand.class)
                .setParameter("unusable", OrderCommand.Status.UNUSABLE)
                .setParameter("waiting", OrderCommand.Status.WAITING)
                .setParameter("often", UNUSUALLY_OFTEN)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /** The newest one that the storefront took. */
    Optional<OrderCommand> lastTaken(StoreId store, Mode mode) {
        return ofStatus(store, mode, OrderCommand.Status.APPLIED, "c.createdAt desc", 1)
                .findFirst();
    }

    /** What was delivered and not taken, newest first. */
    List<OrderCommand> deliveredInVain(StoreId store, Mode mode) {
        return ofStatus(store, mode, OrderCommand.Status.WAITING, "c.createdAt desc", MOST_SHOWN)
                .filter(command -> command.deliveries() > 0)
                .toList();
    }

    private Stream<OrderCommand> ofStatus(
            StoreId store, Mode mode, OrderCommand.Status status, String order, int limit) {
        return entities
                .createQuery(
                        "select c from OrderCommand c where c.status = :status and c.storeId = :store"
                                + " and c.mode = :mode order by " + order,
                        OrderCommand.class)
                .setParameter("status", status)
                .setParameter("store", store.value())
                .setParameter("mode", mode)
                .setMaxResults(limit)
                .getResultList()
                .stream();
    }

    /** Messages whose answer could not be used, and that are no longer delivered. */
    public long countUnusable(StoreId store, Mode mode) {
        return entities.createQuery(
                        "select count(c) from OrderCommand c where c.storeId = :store and c.mode = :mode"
                                + " and c.status = :unusable",
                        Long.class)
                .setParameter("store", store.value())
                .setParameter("mode", mode)
                .setParameter("unusable", OrderCommand.Status.UNUSABLE)
                .getSingleResult();
    }

    /** What the storefront was to be told about that, in order; a bounded number of messages. */
    public List<OrderCommand> about(StoreId store, String subjectId) {
        return entities.createQuery(
                        "select c from OrderCommand c where c.storeId = :store and c.subjectId = :subject"
                                + " order by c.sequence",
                        OrderCommand.class)
                .setParameter("store", store.value())
                .setParameter("subject", subjectId)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /** Its deliveries with what came of each, newest first; only the newest are kept. */
    public List<OrderDelivery> deliveries(String command) {
        return entities.createQuery(
                        "select d from OrderDelivery d where d.commandId = :command order by d.number desc",
                        OrderDelivery.class)
                .setParameter("command", command)
                .getResultList();
    }

    /** What it tells, in JSON, as the storefront gets it. */
    public String payload(OrderCommand command) {
        return command.payload(seal);
    }

    OrderMessage message(OrderCommand command) {
        return command.message(seal);
    }

    void delivered(OrderCommand command, Instant at, Duration took) {
        entities.persist(new OrderDelivery(command, at, took));
        if (command.deliveries() > OrderDelivery.KEPT) {
            entities.createQuery("delete from OrderDelivery d where d.commandId = :command and d.number <= :old")
                    .setParameter("command", command.id())
                    .setParameter("old", command.deliveries() - OrderDelivery.KEPT)
                    .executeUpdate();
        }
    }

    public Optional<OrderCommand> find(String id) {
        return Optional.ofNullable(entities.find(OrderCommand.class, id));
    }

    OrderCommand lock(String id) {
        return entities.find(OrderCommand.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether a message of the same subject that comes before this one still waits. */
    boolean isBehindAnother(OrderCommand command) {
        return entities.createQuery(
                                "select count(c) from OrderCommand c where c.storeId = :store and c.subjectId = :subject"
                                        + " and c.sequence < :sequence and c.status = :waiting",
                                Long.class)
                        .setParameter("store", command.store().value())
                        .setParameter("subject", command.subjectId())
                        .setParameter("sequence", command.sequence())
                        .setParameter("waiting", OrderCommand.Status.WAITING)
                        .getSingleResult()
                > 0;
    }
}
