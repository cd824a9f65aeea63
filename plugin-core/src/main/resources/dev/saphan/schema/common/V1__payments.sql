-- Amounts are whole minor units of their currency. Times are points in time.

create table payment (
  id                 varchar(40)  not null primary key,
  version            bigint       not null,
  store_id           varchar(40)  not null,
  mode               varchar(4)   not null,
  order_reference    varchar(64)  not null,
  -- the order reference while open or paid, null once closed: at most one such payment per order
  active_order       varchar(64),
  status             varchar(10)  not null,
  closed_reason      varchar(10),
  close_when_settled varchar(10),
  amount_minor       bigint       not null,
  currency           varchar(3)   not null,
  refunded_minor     bigint       not null,
  method             varchar(60),
  channel            varchar(10)  not null,
  locale             varchar(20)  not null,
  return_url         varchar(2000) not null,
  token_hash         varchar(64)  not null,
  token_sealed       varchar(400) not null,
  metadata           text         not null,
  paid_attempt_id    varchar(40),
  message_sequence   bigint       not null,
  created_at         timestamp with time zone not null,
  changed_at         timestamp with time zone not null,
  paid_at            timestamp with time zone,
  closes_at          timestamp with time zone not null,
  constraint payment_active_order unique (store_id, mode, active_order),
  constraint payment_token unique (token_hash),
  constraint payment_refund_bound check (refunded_minor >= 0 and refunded_minor <= amount_minor),
  constraint payment_amount_positive check (amount_minor > 0)
);
create index payment_by_order on payment (store_id, mode, order_reference);
create index payment_by_age on payment (store_id, created_at, id);

create table payment_attention (
  payment_id varchar(40) not null references payment (id),
  kind       varchar(30) not null,
  primary key (payment_id, kind)
);

-- personal data, apart from the books so that it can be erased without them
create table payment_details (
  payment_id varchar(40) not null primary key,
  body       text        not null
);

create table attempt (
  id                   varchar(40) not null primary key,
  payment_id           varchar(40) not null references payment (id),
  number               integer     not null,
  account_key          varchar(50) not null,
  method               varchar(60) not null,
  flow                 varchar(10) not null,
  status               varchar(12) not null,
  charge_id            varchar(60),
  authorize_uri        varchar(2000),
  qr_source            varchar(2000),
  failure_code         varchar(30),
  gateway_code         varchar(100),
  refundable           boolean     not null,
  partially_refundable boolean,
  disputed             boolean     not null,
  barcode_hash         varchar(64),
  created_at           timestamp with time zone not null,
  expires_at           timestamp with time zone,
  settled_at           timestamp with time zone,
  redirected_at        timestamp with time zone,
  constraint attempt_charge unique (account_key, charge_id)
);
create index attempt_by_payment on attempt (payment_id, number);

create table refund (
  id                varchar(40) not null primary key,
  payment_id        varchar(40) not null references payment (id),
  attempt_id        varchar(40) not null references attempt (id),
  account_key       varchar(50) not null,
  gateway_refund_id varchar(60),
  amount_minor      bigint      not null,
  currency          varchar(3)  not null,
  status            varchar(10) not null,
  sent              boolean     not null,
  voided            boolean     not null,
  reason            varchar(500) not null,
  origin            varchar(10) not null,
  requested_by      varchar(100) not null,
  idempotency_key   varchar(255),
  created_at        timestamp with time zone not null,
  constraint refund_gateway_id unique (account_key, gateway_refund_id),
  constraint refund_amount_positive check (amount_minor > 0)
);
create index refund_by_payment on refund (payment_id);

create table history (
  id          varchar(40)  not null primary key,
  payment_id  varchar(40)  not null,
  happened_at timestamp with time zone not null,
  actor       varchar(100) not null,
  kind        varchar(60)  not null,
  detail      varchar(1000)
);
create index history_by_payment on history (payment_id, happened_at);

create table inbound_event (
  id           varchar(40)  not null primary key,
  store_id     varchar(40)  not null,
  mode         varchar(4)   not null,
  event_id     varchar(100) not null,
  event_key    varchar(100) not null,
  charge_id    varchar(100),
  verdict      varchar(10)  not null,
  body         text         not null,
  result       varchar(200),
  received_at  timestamp with time zone not null,
  processed_at timestamp with time zone,
  constraint inbound_event_once unique (store_id, event_id)
);

create table order_command (
  id          varchar(40) not null primary key,
  store_id    varchar(40) not null,
  subject_id  varchar(40) not null,
  sequence    bigint      not null,
  type        varchar(40) not null,
  payload     text        not null,
  status      varchar(10) not null,
  deliveries  integer     not null,
  last_answer varchar(400),
  created_at  timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint order_command_sequence unique (store_id, subject_id, sequence)
);

create table idempotency_key (
  id          varchar(64) not null primary key,
  body_hash   varchar(64) not null,
  resource_id varchar(40) not null,
  answered    boolean     not null,
  created_at  timestamp with time zone not null
);

create table capability (
  id           varchar(50) not null primary key,
  body         text        not null,
  refreshed_at timestamp with time zone not null
);

create table qr_image (
  attempt_id   varchar(40) not null primary key references attempt (id),
  content_type varchar(30) not null,
  image_base64 text        not null
);

create table app_user (
  name          varchar(100) not null primary key,
  password_hash varchar(500) not null,
  roles         varchar(200) not null,
  created_at    timestamp with time zone not null
);

-- due work, in the form that db-scheduler expects
create table scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            bytea,
  execution_time       timestamp with time zone,
  picked               boolean not null,
  picked_by            varchar(100),
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp with time zone,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
