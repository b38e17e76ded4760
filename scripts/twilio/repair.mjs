// Makes the account what it should be: all of it, or chosen numbers.
import { Usage } from './failures.mjs';
import { follow } from './follow.mjs';
import { outcomeOf } from './outcome.mjs';
import { phoneNumber } from './phone.mjs';

export const repair = {
  options: { number: { type: 'string', multiple: true }, 'take-over': { type: 'boolean' } },

  prepare({ values }) {
    if (values['take-over'] && !values.number)
      throw new Usage('--take-over takes a number away from something else: say which with --number.');
    return (values.number ?? []).map((text) => phoneNumber(text, '--number'));
  },

  async work({ prepared: wanted, values, ...context }) {
    const run = await context.api.post('/api/twilio/repair', {
      ...(wanted.length > 0 && { numberIds: await idsOf(wanted, context.api) }),
      ...(values['take-over'] && { takeOver: true }),
    });
    return outcomeOf(await follow(run, context), context);
  },
};

async function idsOf(wanted, api) {
  const numbers = await api.all('/api/numbers');
  return wanted.map((one) => {
    const found = numbers.find((number) => number.phoneNumber === one);
    if (!found) throw new Usage(`${one} is no number of this workspace. ./run twilio numbers lists them.`);
    return found.id;
  });
}
