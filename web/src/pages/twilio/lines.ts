import type { TFunction } from 'i18next';
import type { TwilioAspect, TwilioRun, WorkspaceNumber } from '../../api/types';
import type { JackState } from '../../ui/Jack';

/** What of a number is meant: its calls, its texts, or the status of both. */
export type Line = 'voice' | 'sms' | 'status';

/** How one line of a number is, as shape and word. */
export type LineState =
  | 'connected'
  | 'changed'
  | 'waiting'
  | 'connecting'
  | 'asks'
  | 'left'
  | 'elsewhere'
  | 'failed';

const OF_LINE: Readonly<Record<Line, ReadonlySet<TwilioAspect>>> = {
  voice: new Set<TwilioAspect>(['app', 'trunk', 'voice-url', 'fallback-url', 'method']),
  sms: new Set<TwilioAspect>(['sms-url', 'sms-method', 'sms-app']),
  status: new Set<TwilioAspect>(['status-url', 'status-method']),
};

/** Differences that are of the number as a whole, so that no line is as it should be. */
const OF_ALL = new Set<TwilioAspect>(['new', 'released', 'elsewhere', 'missing']);

export const JACKS: Readonly<Record<LineState, JackState>> = {
  connected: 'available',
  changed: 'ringing',
  waiting: 'off',
  connecting: 'busy',
  asks: 'ringing',
  left: 'away',
  elsewhere: 'away',
  failed: 'recording',
};

/** How a line is; undefined where the number has none of it. */
export function lineOf(
  number: WorkspaceNumber,
  line: Line,
  run: TwilioRun | null | undefined,
): LineState | undefined {
  if (line === 'voice' && !number.voice) return undefined;
  if (line === 'sms' && !number.sms) return undefined;
  if (isAt(run, number)) return 'connecting';
  switch (number.connection) {
    case 'drifted':
      return number.differences.some(
        ({ aspect }) => OF_LINE[line].has(aspect) || OF_ALL.has(aspect),
      )
        ? 'changed'
        : 'connected';
    default:
      return number.connection;
  }
}

const isAt = (run: TwilioRun | null | undefined, { phoneNumber }: WorkspaceNumber): boolean =>
  run?.state === 'running' &&
  run.kind !== 'clear' &&
  run.steps.some(({ state, current }) => state === 'running' && current === phoneNumber);

/** When something was delivered to this number last. */
export function lastDeliveryOf({ lastDelivery }: WorkspaceNumber): string | undefined {
  const { voice, sms, status } = lastDelivery;
  return [voice, sms, status]
    .filter((at) => at !== null)
    .sort()
    .pop();
}

/** What is the matter with a number, in a sentence; undefined where nothing is. */
export function matterOf(number: WorkspaceNumber, t: TFunction): string | undefined {
  const { connection, differences, friendlyName, heldBy } = number;
  const has = (aspect: TwilioAspect) => differences.some((one) => one.aspect === aspect);
  switch (connection) {
    case 'drifted':
      return has('new') ? t('twilio.row.new') : t('twilio.row.drifted', { name: friendlyName });
    case 'asks':
      return isTrunk(number) ? t('twilio.row.trunk') : t('twilio.row.asks');
    case 'elsewhere':
      return heldBy
        ? t('twilio.row.elsewhere', { name: heldBy })
        : t('twilio.row.elsewhereUnknown');
    case 'left':
      return t('twilio.row.left');
    case 'failed':
      return t('twilio.row.failed');
    default:
      return undefined;
  }
}

/** A SIP trunk's SID begins with TK (https://www.twilio.com/docs/sip-trunking/api/trunk-resource). */
export const isTrunk = ({ heldBy, differences }: WorkspaceNumber): boolean =>
  heldBy?.startsWith('TK') === true || differences.some(({ aspect }) => aspect === 'trunk');
