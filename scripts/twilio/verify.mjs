// Compares the account with what it should be; changes nothing there.
import { ALL_IS_WELL, SOMETHING_IS_WRONG, inWords } from './failures.mjs';
import { counted, difference } from './words.mjs';

export const verify = {
  options: {},

  async work({ api, workspace, voice }) {
    const check = await api.post('/api/twilio/verify');
    if (check.state === 'failed') {
      voice.complain('It could not be looked at.', ...(check.problem ? inWords(check.problem) : []));
      return SOMETHING_IS_WRONG;
    }
    if (check.state === 'ok') {
      voice.say(`${workspace.name}: everything at Twilio is as it should be.`);
      return ALL_IS_WELL;
    }
    voice.say(`${workspace.name}: ${counted(check.differences.length, 'difference')}`);
    voice.say(...check.differences.map((found) => `  ${difference(found)}`));
    voice.say('./run twilio repair mends what is not somebody else’s; docs/twilio-health.md explains each line.');
    return SOMETHING_IS_WRONG;
  },
};
