-- As for PostgreSQL, in the order in which H2 reads it.
drop index payment_by_paid;
create index payment_by_paid on payment (store_id, mode, paid_at desc, id desc, currency, amount_minor);
