import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { type Command, search } from './commands';
import classes from './Palette.module.css';
import { useContactCommands } from './useContactCommands';

/** Find and do: type a few letters, ↑↓ chooses, ⏎ runs. */
export function Palette({ commands, onClose }: { commands: readonly Command[]; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const everyone = query.trim() === '';
  // Before anything is typed, people would push everything else out of sight.
  const known = search(
    commands.filter(({ group, off }) => !off && !(everyone && group === 'people')),
    query,
  );
  const contacts = useContactCommands(query);
  const found = [...known, ...contacts];
  const index = Math.min(chosen, found.length - 1);
  const optionId = (at: number) => `${id}-${at}`;

  useEffect(() => {
    if (index < 0) return;
    list.current
      ?.querySelector(`[id="${`${id}-${index}`}"]`)
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [id, index]);

  function run(command: Command | undefined): void {
    if (!command) return;
    onClose();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setChosen(index >= last ? 0 : index + 1);
    else if (event.key === 'ArrowUp') setChosen(index <= 0 ? last : index - 1);
    else if (event.key === 'Enter') run(found[index]);
    else return;
    event.preventDefault();
  }

  return (
    <Modal.Root opened onClose={onClose} centered={false} yOffset="14vh" size={560}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')} className={classes.palette}>
        <div className={classes.ask}>
          <Icon name="find" size={18} />
          <input
            // biome-ignore lint/a11y/noAutofocus: what is typed right after ⌘K belongs in it; a focus trap comes too late
            autoFocus
            data-autofocus
            value={query}
            placeholder={t('palette.placeholder')}
            role="combobox"
            aria-label={t('palette.title')}
            aria-expanded={found.length > 0}
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={index >= 0 ? optionId(index) : undefined}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
          <Kbd keys={['esc']} />
        </div>
        <div
          className={classes.list}
          id={id}
          role="listbox"
          aria-label={t('palette.title')}
          ref={list}
        >
          {found.map((command, at) => (
            <Option
              key={command.id}
              id={optionId(at)}
              command={command}
              heading={
                (everyone || command.group === 'contacts') && found[at - 1]?.group !== command.group
              }
              selected={at === index}
              onPoint={() => setChosen(at)}
              onRun={() => run(command)}
            />
          ))}
        </div>
        <p className={classes.none} role="status">
          {found.length === 0 && t('palette.nothing', { query })}
        </p>
      </Modal.Content>
    </Modal.Root>
  );
}

function Option({
  id,
  command,
  heading,
  selected,
  onPoint,
  onRun,
}: {
  id: string;
  command: Command;
  heading: boolean;
  selected: boolean;
  onPoint(): void;
  onRun(): void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {heading && (
        <div className={classes.group} role="presentation">
          {t(`palette.${command.group}`)}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above handles the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={selected}
        className={classes.option}
        onMouseMove={onPoint}
        onClick={onRun}
      >
        <Icon name={command.icon} />
        <span className={classes.title}>{command.title}</span>
        {command.detail && <span className={classes.detail}>{command.detail}</span>}
        {command.keys?.[0] && (
          <span className={classes.keys}>
            <Kbd keys={command.keys[0]} cap />
          </span>
        )}
        {command.letters && (
          <span className={classes.keys}>
            {command.letters.map((letter) => (
              <Kbd key={letter} keys={[letter.toUpperCase()]} cap />
            ))}
          </span>
        )}
      </div>
    </>
  );
}
