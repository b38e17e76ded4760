import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/Avatar';
import { Kbd } from '../ui/Kbd';
import { phoneNumber } from '../ui/phoneNumber';
import classes from './PhonePanel.module.css';
import type { Match } from './useMatches';

export const matchId = ({ number, contactId }: Match): string =>
  `softphone-match-${contactId ?? ''}${number}`;

/** Whom what is typed may mean. The field above has the focus and its keys. */
export function Matches({
  matches,
  chosen,
  heading,
  onChoose,
}: {
  matches: readonly Match[];
  chosen: Match | undefined;
  heading: string | undefined;
  onChoose(match: Match): void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {heading && matches.length > 0 && <p className={classes.heading}>{heading}</p>}
      <div
        className={classes.matches}
        id="softphone-matches"
        role="listbox"
        aria-label={t('softphone.matches')}
        hidden={matches.length === 0}
      >
        {matches.map((match) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys
          <div
            key={matchId(match)}
            id={matchId(match)}
            role="option"
            tabIndex={-1}
            aria-selected={match === chosen}
            onPointerDown={(event) => event.preventDefault()} // the field keeps the focus
            onClick={() => onChoose(match)}
          >
            <Avatar
              id={match.contactId ?? match.number}
              name={match.name ?? match.number}
              size={26}
            />
            <b>{match.name ?? phoneNumber(match.number)}</b>
            {match.name && <span>{phoneNumber(match.number)}</span>}
            {match === chosen && <Kbd keys={['⏎']} />}
          </div>
        ))}
      </div>
    </>
  );
}
