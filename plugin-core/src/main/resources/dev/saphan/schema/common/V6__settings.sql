-- What admins set for a store, over the deployment's configuration. An empty value takes the configured one away.
create table store_setting (
  id         varchar(150)  not null primary key,
  store_id   varchar(40)   not null,
  name       varchar(100)  not null,
  setting    varchar(4000) not null,
  changed_at timestamp with time zone not null,
  changed_by varchar(100)  not null
);
create index store_setting_by_store on store_setting (store_id);

-- Counts every change of settings: whoever read an earlier number reads them again.
create table settings_revision (
  id       integer not null primary key,
  revision bigint  not null
);
insert into settings_revision (id, revision) values (1, 0);
