/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.view;

import dev.saphan.persistence.PluginData;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Everybody's saved views; each person sees and deletes their own. Call it inside a transaction. */
@Wired
public class SavedViews {

    /** Characters. */
    public static final int LONGEST_NAME = 60;

    /** Characters. */
    public static final int LONGEST_FILTERS = 1000;

    /** Views a person may have. */
    public static final int MOST = 30;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    SavedViews(@PluginData EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** By name. */
    public List<SavedView> of(String person) {
        return entities.createQuery("select v from SavedView v where v.owner = :owner order by v.name", SavedView.class)
                .setParameter("owner", person)
                .setMaxResults(MOST)
                .getResultList();
    }

    /**
     * Keeps the filters under that name; what the person had under it before is replaced.
     *
     * @return empty if the person has {@link #MOST} views already
     */
    public Optional<SavedView> keep(String person, String name, String filters) {
        List<SavedView> present = of(person);
        Optional<SavedView> same =
                present.stream().filter(view -> view.name().equals(name)).findFirst();
        same.ifPresent(view -> view.become(filters));
        if (same.isPresent() || present.size() == MOST) {
            return same;
        }
        SavedView view = new SavedView(person, name, filters, clock.instant());
        entities.persist(view);
        return Optional.of(view);
    }

    /** @return whether the person had it */
    public boolean delete(String person, String id) {
        Optional<SavedView> found =
                Optional.ofNullable(entities.find(SavedView.class, id)).filter(view -> view.isOf(person));
        found.ifPresent(entities::remove);
        return found.isPresent();
    }
}
