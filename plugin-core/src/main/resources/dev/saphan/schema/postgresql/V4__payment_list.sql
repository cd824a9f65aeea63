-- Lists and searches that stay fast at millions of payments: an index for each way of narrowing, in the list's order.

alter table payment add column order_key varchar(64) generated always as (lower(order_reference)) stored;

create index payment_list on payment (store_id, mode, created_at, id);
create index payment_list_by_status on payment (store_id, mode, status, created_at, id);
create index payment_list_by_method on payment (store_id, mode, method, created_at, id);
create index payment_list_by_channel on payment (store_id, mode, channel, created_at, id);
create index payment_list_refunded on payment (store_id, mode, created_at, id) where refunded_minor > 0;
create index payment_by_amount on payment (store_id, mode, currency, amount_minor);
create index payment_by_paid on payment (store_id, mode, paid_at, id);
create index payment_by_order_key on payment (store_id, mode, order_key);
create index payment_waiting on payment (store_id, status, channel, created_at);
create index refund_by_key on refund (account_key, idempotency_key);

-- A person's own sets of filters.
create table saved_view (
  id         varchar(40)   not null primary key,
  owner      varchar(100)  not null,
  name       varchar(60)   not null,
  filters    varchar(1000) not null,
  created_at timestamp with time zone not null,
  constraint saved_view_once unique (owner, name)
);
