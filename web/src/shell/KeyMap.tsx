import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/Kbd';
import { Sheet } from '../ui/Sheet';
import type { Command } from './commands';
import classes from './KeyMap.module.css';

/** All keys, from the same list that the keys themselves come from. */
export function KeyMap({ commands, onClose }: { commands: readonly Command[]; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('keys.title')} onClose={onClose}>
      <dl className={classes.keys}>
        <Line label={t('palette.title')} keys={[['mod', 'K']]} />
        {commands
          .filter(({ letters, keys }) => letters || keys)
          .map(({ id, title, letters, keys }) => (
            <Line
              key={id}
              label={title}
              keys={keys ?? (letters ?? []).map((letter) => [letter.toUpperCase()])}
            />
          ))}
        <Line label={t('keys.regions')} keys={[['Ctrl', 'F6']]} />
        <Line label={t('keys.find')} keys={[['/']]} />
        <Line label={t('keys.leave')} keys={[['esc']]} />
      </dl>
      <p className={classes.hint}>{t('keys.hint')}</p>
    </Sheet>
  );
}

function Line({ label, keys }: { label: string; keys: readonly (readonly string[])[] }) {
  return (
    <div className={classes.line}>
      <dt>{label}</dt>
      <dd>
        {keys.map((together) => (
          <Kbd key={together.join()} keys={together} cap />
        ))}
      </dd>
    </div>
  );
}
