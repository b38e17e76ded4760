-- The texts with one customer, newest first.
create index messages_customer on messages
  (workspace_id, (case direction when 'inbound' then from_number else to_number end), id);
