import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call, Member } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { Jack } from '../../ui/Jack';
import { Since } from '../../ui/Since';
import { Ticking } from '../../ui/Ticking';
import page from '../page.module.css';
import classes from './live.module.css';
import { type Doing, doing } from './sorted';

/** In this order one looks for somebody who could help. */
const ORDER: readonly Doing['word'][] = ['ringing', 'call', 'available', 'busy', 'away', 'offline'];

/** Everybody, and what they do just now. */
export function Team({ members, calls }: { members: readonly Member[]; calls: readonly Call[] }) {
  const { t } = useTranslation();
  const lines = members.map((member) => ({ member, now: doing(member, calls) }));
  lines.sort((a, b) => ORDER.indexOf(a.now.word) - ORDER.indexOf(b.now.word));
  const present = members.filter(({ presence }) => presence.status !== 'offline').length;
  return (
    <section className={classes.team}>
      <header className={classes.head}>
        <h2>{t('nav.team')}</h2>
        <span>{t('live.present', { count: present })}</span>
      </header>
      <ol className={page.card}>
        {lines.map(({ member, now }) => (
          <Line
            key={member.id}
            id={member.id}
            name={member.name}
            jack={now.jack}
            word={now.word}
            at={now.at}
          />
        ))}
      </ol>
    </section>
  );
}

const Line = memo(function Line({
  id,
  name,
  jack,
  word,
  at,
}: { id: string; name: string } & Doing) {
  const { t } = useTranslation();
  return (
    <li className={classes.mate} data-off={word === 'offline' || undefined}>
      <Avatar id={id} name={name} size={26} />
      <b>{name}</b>
      <span>
        <Jack state={jack} />
        {word === 'call' ? (
          <>
            <span className={classes.hidden}>{t('live.doing.call')}</span>
            <Ticking since={at} />
          </>
        ) : word === 'ringing' ? (
          t('live.doing.ringing')
        ) : (
          <>
            {t(`presence.${word}`)} <Since at={at} />
          </>
        )}
      </span>
    </li>
  );
});
