-- where a dispute about a charge stands, and what it is about, in minor units of the payment's currency
alter table attempt add column dispute_status varchar(10);
alter table attempt add column dispute_minor bigint;
