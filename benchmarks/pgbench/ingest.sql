-- What one status callback of a leg needs, written by one client in one transaction: the yardstick of
-- `benchmarks/run ingest`. The same reads, locks, row policies and rows as the ingest's for a round of one (see
-- server/src/main/java/org/patchbay/calls/ingest), but for what serves rounds of many: plain keys and values in
-- place of sets of JSON.
--
-- Each client takes another call every 50 transactions; that look-up is the only statement that a callback does not
-- need. Variables given: legs, how many there are to choose from; turn, 0; sequence, the number to go on from.
\set turn (:turn + 1) % 50
\set sequence :sequence + 1
\if :turn = 1
\set place random(1, :legs)
select workspace_id, call_id, leg_id, call_sid from benchmark_legs where place = :place
\gset
\endif
begin;
select set_config('app.workspace_ids', :workspace_id, true), set_config('statement_timeout', '4000', true);
select call.workspace_id, call.id, direction, via, from_number, to_number, caller_name, number_id,
       contact_id, recorded, ring_seconds, unanswered, forward_to, whisper, stage, status, offered_to,
       declined_by, offered_at, ring_until, member_id, member_name, claim_epoch, lease_until,
       conference_name, conference_sid, created_at, answered_at, ended_at, outcome, end_reason,
       error_code, recording_url, price, price_unit, disposition, notes, tags
from calls call
where workspace_id = :workspace_id and id = :call_id
for no key update;
select leg.call_id, leg.id, kind, member_id, address, twilio_call_sid, status, sequence, epoch, in_room,
       dial, ending, created_at, ringing_at, answered_at, ended_at, duration_seconds, sip_code,
       error_code
from call_legs leg
where workspace_id = :workspace_id and call_id = :call_id
order by leg.created_at, leg.id;
select workspace_id, call_id, dedupe_key, reply
from call_events
where workspace_id = :workspace_id and call_id = :call_id
  and dedupe_key = md5(:client_id::text || '-' || :sequence::text)::uuid;
update call_legs set
  twilio_call_sid = :call_sid, status = 'in-progress', sequence = greatest(sequence, :sequence), in_room = in_room,
  dial = dial, ending = ending, ringing_at = ringing_at, answered_at = answered_at, ended_at = ended_at,
  duration_seconds = duration_seconds, sip_code = sip_code, error_code = error_code
where workspace_id = :workspace_id and call_id = :call_id and id = :leg_id;
insert into call_events
  (workspace_id, call_id, dedupe_key, id, leg_id, event_type, event_data, source, occurred_at, created_at, reply,
   decided)
values
  (:workspace_id, :call_id, md5(:client_id::text || '-' || :sequence::text)::uuid, gen_random_uuid(), :leg_id,
   'leg.in-progress',
   ('{"call": "' || :call_id::text || '", "leg": "' || :leg_id::text || '", "AccountSid": "AC00000000000000000000000000000001", "ApiVersion": "2010-04-01", "CallSid": "' || :call_sid::text || '", "CallStatus": "in-progress", "CallbackSource": "call-progress-events", "Called": "+15005550199", "CalledCity": "NEW YORK", "CalledCountry": "US", "CalledState": "NY", "CalledZip": "10001", "Caller": "+14155550123", "CallerCity": "SAN FRANCISCO", "CallerCountry": "US", "CallerState": "CA", "CallerZip": "94105", "Direction": "outbound-dial", "From": "+14155550123", "FromCity": "SAN FRANCISCO", "FromCountry": "US", "FromState": "CA", "FromZip": "94105", "ParentCallSid": "CA00000000000000000000000000000002", "SequenceNumber": "' || :sequence::text || '", "Timestamp": "Sat, 21 Nov 2026 10 30 00 +0000", "To": "+15005550199", "ToCity": "NEW YORK", "ToCountry": "US", "ToState": "NY", "ToZip": "10001"}')::jsonb,
   'webhook', now(), now(), null, '[]');
commit;
