-- Work waits only behind work of its own kind: a table for each lane, in the form that db-scheduler expects. The first
-- table stays for the rest, and for what nodes of an older version enter while they share the database.

-- what Omise sent
create table scheduled_inbound (
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
create index scheduled_inbound_by_time on scheduled_inbound (execution_time);
create index scheduled_inbound_by_heartbeat on scheduled_inbound (last_heartbeat);

-- what storefronts are told
create table scheduled_outbound (
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
create index scheduled_outbound_by_time on scheduled_outbound (execution_time);
create index scheduled_outbound_by_heartbeat on scheduled_outbound (last_heartbeat);

-- what is asked of Omise about payments and refunds
create table scheduled_payments (
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
create index scheduled_payments_by_time on scheduled_payments (execution_time);
create index scheduled_payments_by_heartbeat on scheduled_payments (last_heartbeat);

-- what people are told
create table scheduled_alerts (
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
create index scheduled_alerts_by_time on scheduled_alerts (execution_time);
create index scheduled_alerts_by_heartbeat on scheduled_alerts (last_heartbeat);

-- A row that a node takes meanwhile stays in both: work that is done twice is harmless, work that is lost is not.
insert into scheduled_inbound (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority)
select task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_tasks where picked = false and task_name in ('process-event');

delete from scheduled_tasks
 where picked = false
   and exists (select 1 from scheduled_inbound moved
                where moved.task_name = scheduled_tasks.task_name
                  and moved.task_instance = scheduled_tasks.task_instance);

insert into scheduled_outbound (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority)
select task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_tasks where picked = false and task_name in ('deliver-order-command');

delete from scheduled_tasks
 where picked = false
   and exists (select 1 from scheduled_outbound moved
                where moved.task_name = scheduled_tasks.task_name
                  and moved.task_instance = scheduled_tasks.task_instance);

insert into scheduled_payments (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority)
select task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_tasks where picked = false and task_name in ('watch-attempt', 'watch-refund', 'close-payment', 'expire-refund-approval');

delete from scheduled_tasks
 where picked = false
   and exists (select 1 from scheduled_payments moved
                where moved.task_name = scheduled_tasks.task_name
                  and moved.task_instance = scheduled_tasks.task_instance);

insert into scheduled_alerts (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure, consecutive_failures, last_heartbeat, version, priority)
select task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_tasks where picked = false and task_name in ('mail-alert', 'signal-alert');

delete from scheduled_tasks
 where picked = false
   and exists (select 1 from scheduled_alerts moved
                where moved.task_name = scheduled_tasks.task_name
                  and moved.task_instance = scheduled_tasks.task_instance);

-- all of it, for those who look
create view scheduled_work as
select 'inbound' as lane, task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_inbound
union all
select 'outbound' as lane, task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_outbound
union all
select 'payments' as lane, task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_payments
union all
select 'alerts' as lane, task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_alerts
union all
select 'upkeep' as lane, task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
       consecutive_failures, last_heartbeat, version, priority
  from scheduled_tasks;
