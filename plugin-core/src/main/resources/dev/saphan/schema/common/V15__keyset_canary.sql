-- A word that the first node sealed: a node that cannot open it has another keyset and does not start.
create table keyset_canary (
  id     integer      not null primary key,
  sealed varchar(400) not null,
  constraint keyset_canary_once check (id = 1)
);
