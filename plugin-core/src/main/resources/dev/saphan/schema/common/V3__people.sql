-- What people may do, store by store; '*' is every store.
create table user_grant (
  user_name varchar(100) not null references app_user (name),
  store_id  varchar(40)  not null,
  role      varchar(20)  not null,
  primary key (user_name, store_id, role)
);
insert into user_grant (user_name, store_id, role) select name, '*', 'viewer' from app_user where roles like '%viewer%';
insert into user_grant (user_name, store_id, role) select name, '*', 'cashier' from app_user where roles like '%cashier%';
insert into user_grant (user_name, store_id, role) select name, '*', 'refunder' from app_user where roles like '%refunder%';
insert into user_grant (user_name, store_id, role) select name, '*', 'approver' from app_user where roles like '%approver%';
insert into user_grant (user_name, store_id, role) select name, '*', 'admin' from app_user where roles like '%admin%';
alter table app_user drop column roles;

alter table app_user alter column password_hash drop not null;
-- whom a provider of identities calls so: issuer and subject
alter table app_user add column external_id varchar(500);
alter table app_user add constraint app_user_external_id unique (external_id);
-- a password that somebody else knows: to be changed at the next sign-in, worth nothing after this moment
alter table app_user add column one_time_until timestamp with time zone;
alter table app_user add column disabled_at timestamp with time zone;
alter table app_user add column signed_in_at timestamp with time zone;
-- sessions that began in an earlier epoch are over
alter table app_user add column session_epoch integer default 0 not null;
alter table app_user add column version bigint default 0 not null;

-- Who did what, when, from where. Each entry is sealed together with the seal before it.
create table audit_entry (
  entry_number bigint        not null primary key,
  happened_at  timestamp with time zone not null,
  actor        varchar(100)  not null,
  address      varchar(45)   not null,
  act          varchar(60)   not null,
  store_id     varchar(40),
  subject      varchar(200)  not null,
  detail       varchar(2000) not null,
  seal         varchar(500)  not null
);
create index audit_entry_by_actor on audit_entry (actor, entry_number);
create index audit_entry_by_subject on audit_entry (subject, entry_number);
create index audit_entry_by_act on audit_entry (act, entry_number);

-- The last entry, locked while the next one is written.
create table audit_head (
  id           integer      not null primary key,
  entry_number bigint       not null,
  seal         varchar(500) not null
);
insert into audit_head (id, entry_number, seal) values (1, 0, '');

-- An older version of the plugin reads roles where they no longer are.
update schema_compatibility set oldest_known = 3;
