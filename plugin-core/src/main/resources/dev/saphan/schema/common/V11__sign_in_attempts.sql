-- Buckets of permits that all nodes share, such as attempts to sign in. One that is full is deleted.
create table rate_bucket (
  -- its kind, and a hash of whose it is
  bucket_key varchar(80) not null primary key,
  full_at    timestamp with time zone not null
);
create index rate_bucket_by_age on rate_bucket (full_at);
-- Locked by whoever adds buckets.
insert into rate_bucket (bucket_key, full_at) values ('new', timestamp with time zone '9999-01-01 00:00:00+00:00');
