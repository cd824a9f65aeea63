-- Work that failed: still tried while within its error budget, dead afterwards until a person asks for it again.
create table job_failure (
  id              varchar(210) not null primary key,
  job             varchar(100) not null,
  subject         varchar(100) not null,
  failures        integer      not null,
  error           varchar(500) not null,
  dead            boolean      not null,
  first_failed_at timestamp with time zone not null,
  last_failed_at  timestamp with time zone not null
);
create index job_failure_by_age on job_failure (dead, last_failed_at);

-- What a person has to look at, beside the attention of single payments.
create table alert (
  id         varchar(40)   not null primary key,
  version    bigint        not null,
  store_id   varchar(40),
  kind       varchar(40)   not null,
  subject    varchar(110)  not null,
  detail     varchar(1000) not null,
  times      integer       not null,
  -- store, kind and subject while open, null once settled: the same trouble is one alert
  open_key   varchar(200),
  raised_at  timestamp with time zone not null,
  last_at    timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by varchar(100),
  constraint alert_open unique (open_key)
);
create index alert_by_age on alert (settled_at, raised_at);

-- Up to where the gateway's own list of events was read, for each account.
create table event_cursor (
  account_key varchar(50) not null primary key,
  read_until  timestamp with time zone not null
);

-- The oldest version of the plugin's schema that a running plugin may know to work with this one. A migration that
-- takes something away raises it, after a release in which nothing uses it any more.
create table schema_compatibility (
  oldest_known integer not null
);
insert into schema_compatibility (oldest_known) values (2);

alter table attempt add column charge_read_at timestamp with time zone;

create index inbound_event_by_charge on inbound_event (store_id, charge_id);
create index inbound_event_by_end on inbound_event (processed_at);
create index order_command_by_end on order_command (status, answered_at);
create index idempotency_key_by_age on idempotency_key (created_at);
