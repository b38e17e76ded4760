import type { TFunction } from 'i18next';
import type { Call } from '../../api/types';
import type { IconName } from '../../ui/icons';

/** What happened between us and somebody, in a few words, and how it is drawn. */
export interface Told {
  text: string;
  icon: IconName;
  tone: 'quiet' | 'live' | 'missed';
}

/** @param me whose call is "with you" */
export function callSentence(call: Call, me: string, t: TFunction): Told {
  const inbound = call.direction === 'inbound';
  const icon: IconName = inbound ? 'callIn' : 'callOut';
  const name = call.memberName ?? t('contacts.call.us');
  if (call.endedAt === null) return { text: running(call, me, name, t), icon, tone: 'live' };
  if (inbound) {
    switch (call.outcome) {
      case 'answered':
        return { text: t('contacts.call.answered', { name }), icon, tone: 'quiet' };
      case 'voicemail':
        return { text: t('contacts.call.voicemail'), icon: 'callMissed', tone: 'missed' };
      case 'abandoned':
        return { text: t('contacts.call.abandoned'), icon: 'callMissed', tone: 'missed' };
      case 'failed':
        return { text: t('contacts.call.failedIn'), icon: 'callMissed', tone: 'missed' };
      default:
        return { text: t('contacts.call.missed'), icon: 'callMissed', tone: 'missed' };
    }
  }
  return { text: outgoing(call, name, t), icon, tone: 'quiet' };
}

function running(call: Call, me: string, name: string, t: TFunction): string {
  if (call.stage === 'talking' || call.stage === 'forwarded') {
    return call.memberId === me ? t('contacts.call.withYou') : t('contacts.call.with', { name });
  }
  if (call.direction === 'inbound') return t('contacts.call.ringing');
  return call.memberId === me ? t('contacts.call.youDial') : t('contacts.call.dials', { name });
}

function outgoing(call: Call, name: string, t: TFunction): string {
  if (call.outcome === 'answered') return t('contacts.call.called', { name });
  if (call.status === 'busy') return t('contacts.call.busy', { name });
  if (call.status === 'failed' || call.outcome === 'failed') {
    return t('contacts.call.failedOut', { name });
  }
  return t('contacts.call.noAnswer', { name });
}

/** A length as one reads it in a sentence: `42 s`, `4 min 12 s`, `1 h 5 min`. */
export function lengthOf(seconds: number, t: TFunction): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return t('contacts.length.seconds', { seconds });
  if (minutes < 60) return t('contacts.length.minutes', { minutes, seconds: seconds % 60 });
  return t('contacts.length.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
