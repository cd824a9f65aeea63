/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;

/** A person who signs in to the back office or the counter. */
@Entity
@Table(name = "app_user")
public class User {

    @Id
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    private String roles;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected User() {}

    User(String name, String passwordHash, Set<String> roles, Instant now) {
        this.name = name;
        this.passwordHash = passwordHash;
        this.roles = String.join(",", new TreeSet<>(roles));
        this.createdAt = Utc.of(now);
    }

    public String name() {
        return name;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Set<String> roles() {
        return Set.of(roles.split(","));
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }
}
