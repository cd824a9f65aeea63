create function audit_trail_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail cannot be changed';
end
$$;

create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function audit_trail_is_append_only();
