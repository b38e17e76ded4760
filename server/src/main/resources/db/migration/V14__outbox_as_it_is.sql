-- What is too long for a row here is a list of ids, which does not get shorter: PostgreSQL would try in vain, for
-- longer than it takes to write it.
alter table outbox alter column data set storage external, alter column audience set storage external;
