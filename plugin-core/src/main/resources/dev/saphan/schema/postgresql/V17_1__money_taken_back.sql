-- Hardly any: the others cost nothing.
create index payment_taken_back on payment (store_id, mode, taken_back_at) where taken_back_at is not null;
