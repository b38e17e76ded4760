-- As in the outbox: the list of all whom a call was offered to does not get shorter, and each change of the call would
-- try it again.
alter table calls alter column offered_to set storage external;
