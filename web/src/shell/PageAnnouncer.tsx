import { useEffect, useState, useSyncExternalStore } from 'react';
import classes from './PageAnnouncer.module.css';

/** The name of the page that is shown; the pages' toolbars say it. */
class PageTitle {
  #title = '';
  readonly #listeners = new Set<() => void>();

  readonly get = (): string => this.#title;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(title: string): void {
    this.#title = title;
    document.title = `${title} · Patchbay`;
    for (const listener of this.#listeners) listener();
  }
}

export const pageTitle = new PageTitle();

const READ_WITHIN_MS = 2_000;

/** Tells a screen reader which page came: the window itself does not change. */
export function PageAnnouncer() {
  const title = useSyncExternalStore(pageTitle.subscribe, pageTitle.get);
  const [said, setSaid] = useState('');
  useEffect(() => {
    setSaid(title);
    const timer = setTimeout(() => setSaid(''), READ_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [title]);
  return (
    <div className={classes.announcer} role="status">
      {said}
    </div>
  );
}
