-- What one new call needs that rings on the desk of one member, written by one client in one transaction: the
-- yardstick of `benchmarks/run inbound`. The same reads, row policies and rows as the ingest's for a round of one
-- (see server/src/main/java/org/patchbay/calls/ingest), but for what serves rounds of many: plain keys and values in
-- place of sets of JSON. That the desks' events are numbered afterwards is not in it.
--
-- Each client takes another number every 50 transactions; that look-up is the only statement that a call does not
-- need. Variables given: numbers, how many there are to choose from; turn, 0.
\set turn (:turn + 1) % 50
\if :turn = 1
\set place random(1, :numbers)
select workspace_id, number_id, phone_number as to_number, member_id from benchmark_numbers where place = :place
\gset
\endif
begin;
select set_config('app.workspace_ids', :workspace_id, true), set_config('statement_timeout', '4000', true),
       'CA' || replace(gen_random_uuid()::text, '-', '') as sid,
       (left(lowest_id_at(now())::text, 15) || right(gen_random_uuid()::text, 21))::uuid as call_id,
       (left(lowest_id_at(now())::text, 15) || right(gen_random_uuid()::text, 21))::uuid as leg_id,
       (left(lowest_id_at(now())::text, 15) || right(gen_random_uuid()::text, 21))::uuid as event_id,
       (left(lowest_id_at(now())::text, 15) || right(gen_random_uuid()::text, 21))::uuid as fact_id,
       gen_random_uuid() as task_id
\gset
select known.workspace_id, twilio_call_sid, call_id from call_sids known
where twilio_call_sid = :sid and workspace_id = :workspace_id;
select number.id, number.no_answer_seconds, number.forward_to, number.on_no_answer, number.no_answer_to, number.whisper,
       case number.recording when 'on' then true when 'off' then false
         else coalesce(settings.record_calls, true) end as recorded,
       exists (select from blocked_callers blocked
               where blocked.workspace_id = number.workspace_id and blocked.phone_number = '+14155550123') as blocked
from twilio_numbers number
left join call_settings settings on settings.workspace_id = number.workspace_id
where number.workspace_id = :workspace_id and number.phone_number = :to_number and number.status = 'active';
insert into call_sids (twilio_call_sid, workspace_id, call_id, created_at)
values (:sid, :workspace_id, :call_id, now())
on conflict (twilio_call_sid) do nothing returning twilio_call_sid || ' ' || call_id;
select workspace_id, id, presence_choice from workspace_members
where connected and presence_choice <> 'away' and workspace_id = :workspace_id;
select number_id, member_id from agent_phone where workspace_id = :workspace_id;
select workspace_id, id, member_id from calls
where ended_at is null and member_id is not null
  and stage in ('claimed', 'talking', 'awaiting-agent', 'dialing') and workspace_id = :workspace_id;
insert into calls
  (workspace_id, id, twilio_call_sid, direction, via, from_number, to_number, caller_name, number_id, contact_id,
   recorded, ring_seconds, unanswered, forward_to, whisper, conference_name, created_at, stage, status, outcome,
   end_reason, error_code, member_id, member_name, claim_epoch, lease_until, offered_to, declined_by, ring_until,
   conference_sid, offered_at, answered_at, ended_at, duration_seconds, wait_seconds, updated_at)
values
  (:workspace_id, :call_id, :sid, 'inbound', 'number', '+14155550123', :to_number, null, :number_id, null,
   true, 600, 'message', null, false, 'incoming-' || :sid::text, now(), 'offered', 'ringing', null,
   null, null, null, null, 0, null, array[:member_id]::uuid[], '{}', now() + interval '10 minutes',
   null, now(), null, null, null, null, now());
insert into call_legs
  (workspace_id, call_id, id, kind, member_id, address, twilio_call_sid, status, sequence, epoch, in_room, dial, ending,
   created_at, ringing_at, answered_at, ended_at, duration_seconds, sip_code, error_code)
values
  (:workspace_id, :call_id, :leg_id, 'customer', null, '+14155550123', :sid, 'ringing', -1, 0, false, 'none', false,
   now(), now(), null, null, null, null, null);
insert into call_events
  (workspace_id, call_id, dedupe_key, id, leg_id, event_type, event_data, source, occurred_at, created_at, reply,
   decided)
values
  (:workspace_id, :call_id, :task_id, :event_id, :leg_id, 'call.incoming',
   ('{"To": "' || :to_number::text || '", "From": "+14155550123", "ToZip": "10001", "Called": "' || :to_number::text || '", "Caller": "+14155550123", "ToCity": "NEW YORK", "CallSid": "' || :sid::text || '", "FromZip": "94105", "ToState": "NY", "FromCity": "SAN FRANCISCO", "CallToken": "%7B%22parentCallInfoToken%22%3A%22eyJhbGciOiJFUzI1NiJ9.eyJmcm9tIjoiKzE0MTU1NTUwMTIzIn0%22%7D", "CalledZip": "10001", "CallerZip": "94105", "Direction": "inbound", "FromState": "CA", "ToCountry": "US", "AccountSid": "AC00000000000000000000000000000001", "ApiVersion": "2010-04-01", "CallStatus": "ringing", "CalledCity": "NEW YORK", "CallerCity": "SAN FRANCISCO", "CalledState": "NY", "CallerState": "CA", "FromCountry": "US", "StirVerstat": "TN-Validation-Passed-A", "CalledCountry": "US", "CallerCountry": "US"}')::jsonb,
   'webhook', now(), now(),
   '<?xml version="1.0" encoding="UTF-8"?><Response><Say>This call is recorded.</Say><Dial><Conference beep="false" endConferenceOnExit="true" jitterBufferSize="small" participantLabel="customer-' || :leg_id::text || '" record="record-from-start" recordingStatusCallback="/api/twilio/' || :workspace_id::text || '/voice/recording?call=' || :call_id::text || '#rc=3&amp;rp=5xx,ct,rt&amp;tt=15000" recordingStatusCallbackEvent="in-progress completed absent" recordingStatusCallbackMethod="POST" startConferenceOnEnter="false" statusCallback="/api/twilio/' || :workspace_id::text || '/voice/conference?call=' || :call_id::text || '#rc=3&amp;rp=5xx,ct,rt&amp;tt=15000" statusCallbackEvent="start end join leave mute hold modify" statusCallbackMethod="POST" waitMethod="GET" waitUrl="/sounds/AaH-D6ftcACYJmup2bJy2QAAUSum8UbVmZPyPmBFAMq2jlYA/hold-music.xml#rc=3&amp;rp=5xx,ct,rt&amp;tt=15000">incoming-' || :sid::text || '</Conference></Dial></Response>',
   '["offered", "reply EnterRoom", "offer to 1", "ringing-over at 2026-11-21T12:33:23.693070Z"]');
insert into outbox (workspace_id, id, type, at, audience, data)
values
  (:workspace_id, :fact_id, 'call.offered', now(),
   ('{"members": ["' || :member_id::text || '"], "permission": null}')::jsonb,
   ('{"id": "' || :call_id::text || '", "to": "' || :to_number::text || '", "via": "number", "from": "+14155550123", "tags": [], "epoch": 0, "notes": "", "price": null, "stage": "offered", "status": "ringing", "endedAt": null, "outcome": null, "memberId": null, "numberId": "' || :number_id::text || '", "recorded": true, "contactId": null, "createdAt": "2026-11-21T12:23:23.693070Z", "direction": "inbound", "endReason": null, "errorCode": null, "offeredAt": "2026-11-21T12:23:23.693070Z", "offeredTo": ["' || :member_id::text || '"], "priceUnit": null, "ringUntil": "2026-11-21T12:33:23.693070Z", "answeredAt": null, "callerName": null, "conference": "incoming-' || :sid::text || '", "declinedBy": [], "memberName": null, "disposition": null, "waitSeconds": null, "recordingUrl": null, "durationSeconds": null}')::jsonb);
insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
values
  ('calls.later', :workspace_id::text || ':' || :task_id::text,
   convert_to('{"id":"' || :task_id::text || '","workspaceId":"' || :workspace_id::text || '","callId":"' || :call_id::text || '","event":"ringing-over"}', 'UTF8'),
   now() + interval '10 minutes', false, 1);
commit;
