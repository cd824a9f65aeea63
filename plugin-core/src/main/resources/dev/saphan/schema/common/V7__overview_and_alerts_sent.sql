-- The overview adds up attempts by method and outcome without reading their rows.
create index attempt_overview on attempt (account_key, created_at, method, status, failure_code, settled_at);
drop index attempt_by_account;
-- Attempts without an outcome: few among many.
create index attempt_by_status on attempt (status, created_at);

-- Whether an event was only found in the gateway's list: its webhook has not come.
alter table inbound_event add column listed boolean default false not null;
