-- A refund that a person asked for and that another person has to approve. While it waits, its amount counts as taken.
create table refund_approval (
  id              varchar(40)  not null primary key,
  payment_id      varchar(40)  not null references payment (id),
  attempt_id      varchar(40)  not null references attempt (id),
  account_key     varchar(50)  not null,
  amount_minor    bigint       not null,
  currency        varchar(3)   not null,
  reason          varchar(500) not null,
  asked_by        varchar(100) not null,
  idempotency_key varchar(255) not null,
  status          varchar(10)  not null,
  refund_id       varchar(40),
  decided_by      varchar(100),
  decision        varchar(500),
  asked_at        timestamp with time zone not null,
  expires_at      timestamp with time zone not null,
  decided_at      timestamp with time zone,
  constraint refund_approval_refund unique (refund_id),
  constraint refund_approval_positive check (amount_minor > 0)
);
create index refund_approval_by_payment on refund_approval (payment_id);
create index refund_approval_waiting on refund_approval (account_key, status, asked_at);
create index refund_approval_by_asker on refund_approval (asked_by, asked_at);

alter table refund add column approved_by varchar(100);
-- when a person asked for it within a budget; null for storefronts, for Omise, and for what pays for nothing
alter table refund add column asked_at timestamp with time zone;
create index refund_by_asker on refund (requested_by, asked_at);

-- Payments that a person wants refunded together, done one by one.
create table refund_batch (
  id          varchar(40)  not null primary key,
  account_key varchar(50)  not null,
  reason      varchar(500) not null,
  status      varchar(10)  not null,
  asked_by    varchar(100) not null,
  created_at  timestamp with time zone not null,
  finished_at timestamp with time zone
);
create index refund_batch_by_age on refund_batch (created_at);

create table refund_batch_item (
  id           varchar(90) not null primary key,
  batch_id     varchar(40) not null,
  position     integer     not null,
  payment_id   varchar(40) not null,
  amount_minor bigint      not null,
  currency     varchar(3)  not null,
  -- the refund or the approval that came of it, or why none did
  result_id    varchar(40),
  refusal      varchar(40),
  created_at   timestamp with time zone not null
);
create index refund_batch_item_by_batch on refund_batch_item (batch_id, position);
create index refund_batch_item_by_age on refund_batch_item (created_at);
