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

-- Which mode a message to the storefront is about.
alter table order_command add column mode varchar(4);
update order_command set mode = (select p.mode from payment p where p.id = order_command.subject_id);
update order_command set mode = 'TEST' where mode is null and subject_id = 'methods:test';
update order_command set mode = 'LIVE' where mode is null;

-- Each delivery of a message with what came of it; the newest ones of each message.
create table order_delivery (
  id           varchar(40)  not null primary key,
  command_id   varchar(40)  not null,
  number       integer      not null,
  delivered_at timestamp with time zone not null,
  millis       bigint       not null,
  answer       varchar(200) not null
);
create index order_delivery_by_command on order_delivery (command_id, number);
create index order_delivery_by_age on order_delivery (delivered_at);

-- Many messages that are to be repeated, done some at a time.
create table message_batch (
  id          varchar(40)   not null primary key,
  box         varchar(10)   not null,
  store_id    varchar(40)   not null,
  mode        varchar(4)    not null,
  filter      text          not null,
  seen_id     varchar(40)   not null,
  done        integer       not null,
  repeated    integer       not null,
  status      varchar(10)   not null,
  asked_by    varchar(100)  not null,
  created_at  timestamp with time zone not null,
  finished_at timestamp with time zone
);
create index message_batch_by_age on message_batch (created_at);

create table message_batch_item (
  id         varchar(90)  not null primary key,
  batch_id   varchar(40)  not null,
  message_id varchar(40)  not null,
  repeated   boolean      not null,
  created_at timestamp with time zone not null
);
create index message_batch_item_by_age on message_batch_item (created_at);

-- Lists that begin behind a message that was seen, with the filters that narrow most. H2 reads an index one way only.
create index inbound_event_by_arrival on inbound_event (store_id, mode, received_at desc, id desc);
create index inbound_event_by_kind on inbound_event (store_id, mode, event_key, received_at desc, id desc);
create index inbound_event_waiting on inbound_event (store_id, mode, processed_at, received_at desc, id desc);
create index order_command_by_age on order_command (store_id, mode, created_at desc, id desc);
create index order_command_by_kind on order_command (store_id, mode, type, created_at desc, id desc);
create index order_command_by_status on order_command (store_id, mode, status, created_at desc, id desc);
