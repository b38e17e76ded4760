// The part of ./run --check about calls: one in and one out, with phones of the simulator, and what happened.
import { Desk } from './desk.mjs';
import { Handset, until } from './simulator.mjs';
import { equal, step, truth } from './steps.mjs';

const CUSTOMER = '+13125550148';
const OWNERS_PHONE = '+13125550149';

/**
 * @param owner a Client that is signed in as the demonstration's owner
 * @param base where the desk is
 */
export async function checkCalls(owner, base) {
  const { simulator } = await owner.get('/api/instance');
  if (simulator === null) return; // a training run for faster starts; ./run --check always has one
  const [{ memberId }] = (await owner.get('/api/session')).memberships;
  const { phoneNumber } = (await owner.get('/api/numbers')).items[0];
  const customer = await Handset.at(simulator.phonesUrl, CUSTOMER, 'Customer');

  await step('Somebody calls: it rings on the owner’s desk, is taken, and ends when the caller hangs up', async () => {
    const desk = new Desk(base, owner);
    await desk.open();
    await owner.call('PUT', '/api/presence', { status: 'available' });
    await customer.calls(phoneNumber);
    const offered = await desk.next(({ type, data }) => type === 'call.offered' && data.from === CUSTOMER);
    const { id } = offered.data;
    const { epoch, conference } = await owner.post(`/api/calls/${id}/accept`);
    equal(epoch, 1, 'claim');
    truth(/^incoming-CA[0-9a-f]{32}$/.test(conference), `not a conference of a caller: ${conference}`);
    await customer.hangsUp();
    await desk.next(({ type, data }) => type === 'call.ended' && data.id === id);
    await owner.call('PUT', '/api/presence', { status: 'away' });
    desk.close();
    const { call } = await told(owner, id, ['call.incoming', 'call.accept', 'leg.completed']);
    equal(`${call.direction} ${call.outcome} ${call.endReason}`, 'inbound abandoned customer-left', 'the call');
  });

  await step('The owner calls: their own phone rings first, then the customer’s; both speak', async () => {
    const own = await Handset.at(simulator.phonesUrl, OWNERS_PHONE, 'Owner');
    await owner.call('PUT', `/api/members/${memberId}/phone`, { phoneNumber: OWNERS_PHONE });
    const { callId } = await owner.post('/api/calls', { to: CUSTOMER, via: 'phone' }, 201);
    await own.answers();
    await customer.answers();
    await until('both to speak', async () => (await owner.get(`/api/calls/${callId}`)).call.status === 'in-progress');
    await customer.hangsUp();
    await until('the end', async () => (await owner.get(`/api/calls/${callId}`)).call.status === 'completed');
    await own.isQuiet();
    await owner.call('PUT', `/api/members/${memberId}/phone`, { phoneNumber: null });
    const { call } = await told(owner, callId, ['call.placed', 'leg.dialed', 'leg.answered', 'room.joined']);
    equal(`${call.direction} ${call.outcome}`, 'outbound answered', 'the call');
  });
}

/** Checks that those things happened, and prints all that did. */
async function told(owner, id, wanted) {
  const detail = await until(`${wanted} to be noted`, async () => {
    const found = await owner.get(`/api/calls/${id}`);
    const types = found.events.map(({ type }) => type);
    return wanted.every((type) => types.includes(type)) && found;
  });
  for (const { at, type, decided } of detail.events)
    console.log(`      ${at.slice(11, 19)} ${type.padEnd(22)} ${decided.filter(readable).join(', ')}`);
  return detail;
}

const readable = (word) => !/ at \d{4}-/.test(word);
