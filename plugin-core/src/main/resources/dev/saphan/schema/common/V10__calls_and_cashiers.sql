-- Calls to the gateway about one charge. Reads in a row that brought the same answer are one row.
create table gateway_call (
  id             varchar(40)  not null primary key,
  account_key    varchar(50)  not null,
  kind           varchar(10)  not null,
  -- the attempt whose charge is made or looked for, else the charge
  subject_id     varchar(60)  not null,
  outcome        varchar(10)  not null,
  answer         varchar(200) not null,
  times          integer      not null,
  slowest_millis bigint       not null,
  asked_at       timestamp with time zone not null,
  last_asked_at  timestamp with time zone not null
);
create index gateway_call_by_subject on gateway_call (account_key, subject_id, last_asked_at);
create index gateway_call_by_age on gateway_call (last_asked_at);

-- Who stood at the till.
alter table attempt add column cashier varchar(100);
