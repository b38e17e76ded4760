import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Call } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Kbd } from '../ui/Kbd';
import { useAct } from '../ui/useAct';
import { useNow } from '../ui/useNow';
import { PanelHead } from './PanelHead';
import { PatchCord } from './PatchCord';
import { useDialpad, usePhone } from './Phone';
import classes from './PhonePanel.module.css';
import { useWriting } from './useWriting';
import { WritingFields } from './WritingFields';
import { clock, customerOf, endingOf, nameOf } from './words';

const MINUTE = 60;

/** The call that has just ended: what became of it, and what there is to write down. */
export function WrapUpPanel({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { user, membership } = useSession();
  const phone = usePhone();
  const dialpad = useDialpad();
  const now = useNow(500);
  const { writing, write, send, mark } = useWriting(call);
  // What can not be saved keeps the wrap-up open; the sentence says why, the note that it is kept.
  const done = useAct(async () => {
    await send();
    await phone.finish();
  });
  const more = useAct(() => phone.prolong(MINUTE));
  const name = nameOf(call);
  const left = call.wrapUpUntil ? Date.parse(call.wrapUpUntil) - now : 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: ⌘⏎ works in all of its fields
    <div
      className={classes.whole}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || !(event.metaKey || event.ctrlKey)) return;
        event.preventDefault();
        if (!done.isPending) done.mutate();
      }}
    >
      <PanelHead jack="wrapup" stage="wrapUp" word={t('softphone.state.wrapUp')}>
        {call.wrapUpUntil && t('softphone.left', { time: clock(left) })}
      </PanelHead>
      <PatchCord
        state="dropped"
        far={{ id: call.contactId ?? customerOf(call), name }}
        near={{ id: membership.memberId, name: user.name }}
      >
        {clock((call.durationSeconds ?? 0) * 1000)}
      </PatchCord>
      <h2 className={classes.name}>{name}</h2>
      <p className={classes.number}>{endingOf(call, t)}</p>
      {call.outcome !== 'answered' && (
        <Button
          className={classes.again}
          variant="default"
          onClick={() =>
            dialpad.open({
              to: customerOf(call),
              ...(call.contactId ? { contactId: call.contactId } : {}),
            })
          }
        >
          {t('softphone.callAgain')}
        </Button>
      )}
      <WritingFields writing={writing} write={write} mark={mark} />
      <div className={classes.foot}>
        {call.wrapUpUntil && (
          <Button variant="default" loading={more.isPending} onClick={() => more.mutate()}>
            {t('softphone.oneMoreMinute')}
          </Button>
        )}
        <Button
          loading={done.isPending}
          rightSection={<Kbd keys={['mod', '⏎']} />}
          onClick={() => done.mutate()}
        >
          {t('softphone.done')}
        </Button>
      </div>
    </div>
  );
}
