-- A comparison of our books of one account with the gateway's, for a period. It goes on where it was after a crash.
create table reconciliation (
  id           varchar(40)  not null primary key,
  account_key  varchar(50)  not null,
  first_day    date         not null,
  last_day     date         not null,
  time_zone    varchar(50)  not null,
  status       varchar(10)  not null,
  stage        varchar(20)  not null,
  -- within the stage: how far it has come
  list_offset  integer      not null,
  list_total   integer      not null,
  seen_until   varchar(40)  not null,
  failures     integer      not null,
  trouble      varchar(500),
  asked_by     varchar(100) not null,
  -- account and period while it is under way: asked for twice it is still one
  running_key  varchar(200),
  created_at   timestamp with time zone not null,
  finished_at  timestamp with time zone,
  repairing_by varchar(100),
  repair_seen  varchar(40)  not null,
  constraint reconciliation_running unique (running_key)
);
create index reconciliation_by_age on reconciliation (account_key, created_at);
create index reconciliation_by_end on reconciliation (created_at);

-- One charge or refund with both sides of it. A side that does not have it has no status.
create table reconciled_item (
  id                varchar(40)  not null primary key,
  reconciliation_id varchar(40)  not null,
  account_key       varchar(50)  not null,
  -- charge or refund at the gateway, or ours where it has none
  subject           varchar(60)  not null,
  kind              varchar(10)  not null,
  finding           varchar(30)  not null,
  found_first       varchar(30)  not null,
  still_open        boolean      not null,
  charge_id         varchar(60),
  refund_id         varchar(40),
  attempt_id        varchar(40),
  payment_id        varchar(40),
  order_reference   varchar(64),
  method            varchar(60),
  their_status      varchar(20),
  their_minor       bigint,
  their_currency    varchar(3),
  fee_minor         bigint,
  fee_vat_minor     bigint,
  net_minor         bigint,
  our_status        varchar(20),
  our_minor         bigint,
  our_currency      varchar(3),
  happened_at       timestamp with time zone not null,
  local_day         date         not null,
  outcome           varchar(20),
  handled_by        varchar(100),
  handled_at        timestamp with time zone,
  created_at        timestamp with time zone not null,
  constraint reconciled_item_once unique (reconciliation_id, kind, subject)
);
create index reconciled_item_by_place on reconciled_item (reconciliation_id, id);
create index reconciled_item_open on reconciled_item (reconciliation_id, still_open, id);
create index reconciled_item_by_subject on reconciled_item (account_key, subject);
create index reconciled_item_by_age on reconciled_item (created_at);

create index attempt_by_account on attempt (account_key, created_at);
create index attempt_by_charge on attempt (charge_id);
create index refund_by_account on refund (account_key, created_at);
