/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import dev.saphan.store.database.Columns;
import dev.saphan.store.money.Money;
import dev.saphan.store.region.Region;
import dev.saphan.store.visitor.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads orders out of their tables. */
final class OrderRows {

    private OrderRows() {}

    static Optional<Order> find(Handle handle, String where, Object value) {
        return handle.createQuery("select * from shop_order where " + where)
                .bind(0, value)
                .map((row, context) -> read(row, handle))
                .findOne();
    }

    static List<Order> newest(Handle handle, int limit) {
        return handle.createQuery("select * from shop_order order by id desc limit ?")
                .bind(0, limit)
                .map((row, context) -> read(row, handle))
                .list();
    }

    private static Order read(ResultSet row, Handle handle) throws SQLException {
        String because = row.getString("cancelled_because");
        Money total = Columns.money(row, "amount", "currency");
        return new Order(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("token"),
                OrderStatus.valueOf(row.getString("status")),
                because == null ? null : CancelledBecause.valueOf(because),
                total,
                Region.ofCountry(row.getString("country")).orElseThrow(),
                Language.ofTag(row.getString("language")).orElse(Language.ENGLISH),
                new Shopper(
                        row.getString("shopper_name"), row.getString("shopper_email"), row.getString("shopper_phone")),
                row.getString("current_payment_id"),
                row.getString("paid_by"),
                Columns.instant(row, "placed_at"),
                Columns.instantOrNull(row, "paid_at"),
                lines(handle, row.getLong("id"), total));
    }

    private static List<OrderLine> lines(Handle handle, long order, Money total) {
        return handle.createQuery("""
                        select l.product_id, p.slug, l.name, l.quantity, l.unit_amount
                          from order_line l join product p on p.id = l.product_id
                         where l.order_id = ? order by l.product_id
                        """)
                .bind(0, order)
                .map((row, context) -> new OrderLine(
                        row.getInt("product_id"),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getInt("quantity"),
                        new Money(row.getLong("unit_amount"), total.currency())))
                .list();
    }
}
