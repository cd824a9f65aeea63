/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.view;

import dev.saphan.identity.Ids;
import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A person's name for a set of filters. */
@Entity
@Table(name = "saved_view")
public class SavedView {

    @Id
    private String id;

    private String owner;
    private String name;
    private String filters;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected SavedView() {}

    SavedView(String owner, String name, String filters, Instant now) {
        this.id = Ids.next("view");
        this.owner = owner;
        this.name = name;
        this.filters = filters;
        this.createdAt = Utc.of(now);
    }

    void become(String newFilters) {
        filters = newFilters;
    }

    public String id() {
        return id;
    }

    boolean isOf(String person) {
        return owner.equals(person);
    }

    public String name() {
        return name;
    }

    /** As they stand in the address of the list. */
    public String filters() {
        return filters;
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }
}
