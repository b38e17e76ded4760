import { type ReactNode, useEffect } from 'react';
import classes from './Toolbar.module.css';

/** The head of a page: its name, what narrows it, and at the far end what can be done here. */
export function Toolbar({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Patchbay`;
  }, [title]);
  return (
    <header className={classes.toolbar}>
      <h1>{title}</h1>
      {children}
      <span className={classes.gap} />
      {actions}
    </header>
  );
}
