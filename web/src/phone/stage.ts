import type { Line } from './Phone';

export type Stage = 'ringing' | 'connecting' | 'talking' | 'weak' | 'broken' | 'elsewhere';

/** What a line is doing, in one of the words that the phone has. */
export function stageOf({ call, sound, weak }: Line): Stage {
  if (sound === 'broken') return 'broken';
  if (call.stage !== 'talking') return call.stage === 'dialing' ? 'ringing' : 'connecting';
  if (sound === 'joining') return 'connecting';
  if (sound === 'elsewhere') return 'elsewhere';
  return weak ? 'weak' : 'talking';
}
