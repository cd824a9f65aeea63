/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.catalogue;

import dev.saphan.store.database.Columns;
import dev.saphan.store.region.Region;
import dev.saphan.store.visitor.Language;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Everything the shop sells. */
@Singleton
public class Products {

    private static final String SELECT = """
            select p.id, p.slug, p.category, p.stock, t.name, t.description, c.amount, c.currency
              from product p
              join product_text t on t.product_id = p.id and t.language = :language
              join product_price c on c.product_id = p.id and c.currency = :currency
            """;

    private final Jdbi jdbi;

    @Inject
    public Products(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<Product> all(Language language, Region region) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by p.id")
                .bind("language", language.tag())
                .bind("currency", region.currency().getCurrencyCode())
                .map(Products::read)
                .list());
    }

    public Optional<Product> find(String slug, Language language, Region region) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where p.slug = :slug")
                .bind("language", language.tag())
                .bind("currency", region.currency().getCurrencyCode())
                .bind("slug", slug)
                .map(Products::read)
                .findOne());
    }

    /** A delivery came in. */
    public void restock(String slug, int quantity) {
        jdbi.useHandle(handle -> handle.execute("update product set stock = stock + ? where slug = ?", quantity, slug));
    }

    private static Product read(ResultSet row, StatementContext context) throws SQLException {
        return new Product(
                row.getInt("id"),
                row.getString("slug"),
                row.getString("category"),
                row.getString("name"),
                row.getString("description"),
                Columns.money(row, "amount", "currency"),
                row.getInt("stock"));
    }
}
