import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/SearchField';

const PAUSE_MS = 250;

/** Finds by name, number, note or tag, as soon as one stops typing. */
export function SearchCalls({ text, onChange }: { text: string; onChange(text: string): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const told = useRef(text);
  const latest = useRef(onChange);
  latest.current = onChange;

  // The address was changed by something else, such as a saved view.
  useEffect(() => {
    if (text === told.current) return;
    told.current = text;
    setTyped(text);
  }, [text]);

  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === told.current) return;
    const timer = setTimeout(() => {
      told.current = wanted;
      latest.current(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <SearchField
      value={typed}
      onChange={(value) => setTyped(value.slice(0, 100))}
      label={t('call.find')}
    />
  );
}
