-- Money by day is added up from the index alone.
drop index payment_by_paid;
create index payment_by_paid on payment (store_id, mode, paid_at, id, currency, amount_minor);
