import { useCallback, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../api/types';
import { PhoneContext, useDialpad } from '../phone/Phone';
import { usePhoneWindow } from '../phone/PhoneWindow';
import { useChosenOffer } from '../phone/useChosenOffer';
import { nameOf } from '../phone/words';
import { sendKept } from '../phone/writings';
import { useSession } from '../session/SessionContext';
import { useAct } from '../ui/useAct';
import type { Command } from './commands';

const NONE: readonly Call[] = [];

/** What the phone can do now; and, for the map of keys, what it could. */
export function usePhoneCommands(): () => readonly Command[] {
  const { t } = useTranslation();
  const phone = useContext(PhoneContext);
  const { memberId } = useSession().membership;
  const dialpad = useDialpad();
  const { keypad, setKeypad, writeNote } = usePhoneWindow();
  const { chosen: offer, move } = useChosenOffer(phone?.offers ?? NONE);
  const { mutate: run } = useAct((act: () => Promise<unknown>) => act());
  return useCallback((): readonly Command[] => {
    if (!phone || phone.readiness.kind === 'off') return [];
    const { line, wrapUp } = phone;
    const who = offer && { name: nameOf(offer) };
    const several = phone.offers.length > 1;
    const part = { group: 'do', icon: 'phone' } as const;
    return [
      {
        ...part,
        id: 'dial',
        title: t('softphone.dial'),
        icon: 'keypad',
        keys: [['mod', 'D']],
        off: line !== null,
        run: () => dialpad.open(),
      },
      {
        ...part,
        id: 'answer',
        title: who ? t('softphone.offer.answerWho', who) : t('softphone.offer.answer'),
        keys: [['⏎'], ['mod', '⇧', '⏎']],
        off: !offer,
        run: () => offer && run(() => phone.answer(offer.id)),
      },
      {
        ...part,
        id: 'decline',
        title: who ? t('softphone.offer.declineWho', who) : t('softphone.offer.decline'),
        icon: 'close',
        keys: [['⌫']],
        off: !offer,
        run: () => offer && run(() => phone.decline(offer.id)),
      },
      {
        ...part,
        id: 'next-offer',
        title: t('softphone.offer.next'),
        keys: [['↓']],
        off: !several,
        run: () => move(1),
      },
      {
        ...part,
        id: 'previous-offer',
        title: t('softphone.offer.previous'),
        keys: [['↑']],
        off: !several,
        run: () => move(-1),
      },
      {
        ...part,
        id: 'hang-up',
        title: t('softphone.hangUp'),
        icon: 'hangUp',
        keys: [['mod', '⇧', 'E']],
        off: line === null,
        run: () => run(() => phone.hangUp()),
      },
      {
        ...part,
        id: 'mute',
        title: line?.muted ? t('softphone.unmute') : t('softphone.mute'),
        icon: line?.muted ? 'micOff' : 'mic',
        letters: ['m'],
        off: line === null,
        run: () => phone.mute(!line?.muted),
      },
      {
        ...part,
        id: 'keypad',
        title: t('softphone.keypad'),
        icon: 'keypad',
        letters: ['#'],
        off: line === null,
        run: () => setKeypad(!keypad),
      },
      {
        ...part,
        id: 'note',
        title: t('softphone.writeNote'),
        icon: 'note',
        letters: ['n'],
        off: line === null && wrapUp === null,
        run: writeNote,
      },
      {
        ...part,
        id: 'recording',
        title: line?.call.recordingPaused ? t('softphone.resumeRec') : t('softphone.pauseRec'),
        icon: 'record',
        letters: ['r'],
        off: !line?.call.recorded,
        run: () => run(() => phone.pauseRecording(!line?.call.recordingPaused)),
      },
      {
        ...part,
        id: 'finish',
        title: t('softphone.finish'),
        icon: 'check',
        keys: [['mod', '⏎']],
        outsideFields: true,
        off: line !== null || wrapUp === null,
        run: () =>
          run(async () => {
            if (wrapUp) await sendKept({ memberId, callId: wrapUp.id });
            await phone.finish();
          }),
      },
    ];
  }, [t, phone, dialpad, keypad, setKeypad, writeNote, memberId, offer, move, run]);
}
