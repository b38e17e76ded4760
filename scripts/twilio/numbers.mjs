// The numbers with their settings.
import { ALL_IS_WELL, Usage } from './failures.mjs';
import { counted, table } from './words.mjs';

export const numbers = {
  options: { sync: { type: 'boolean' }, attention: { type: 'boolean' }, released: { type: 'boolean' } },

  prepare({ values }) {
    if (values.attention && values.released)
      throw new Usage('A released number needs nobody: --attention or --released.');
  },

  async work({ api, values, voice }) {
    if (values.sync) {
      const { added, released } = await api.post('/api/numbers/sync');
      voice.say(`Twilio was asked: ${added} new, ${released} released.`);
    }
    const filter = values.released ? '?status=released' : values.attention ? '?attention=true' : '';
    const items = await api.all(`/api/numbers${filter}`);
    if (items.length === 0) voice.say('There are none.');
    else voice.say(...table([HEAD, ...items.map(row)]));
    return ALL_IS_WELL;
  },
};

const HEAD = ['NUMBER', 'NAME', 'STATE', 'CAN', 'RECORDING', 'NO ANSWER', 'FORWARDED TO', 'USED BY'];

function row(number) {
  const can = ['voice', 'sms', 'mms'].filter((capability) => number[capability]).join(' ');
  return [
    number.phoneNumber,
    number.friendlyName,
    number.status === 'released' ? 'released' : number.connection,
    can || '–',
    number.recording,
    `${number.noAnswerSeconds} s`,
    number.forwardTo ?? '–',
    number.memberIds.length === 0 ? 'everybody' : counted(number.memberIds.length, 'member'),
  ];
}
