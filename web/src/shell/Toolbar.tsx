import { type ReactNode, useEffect } from 'react';
import { CallPill } from '../phone/CallPill';
import { pageTitle } from './PageAnnouncer';
import classes from './Toolbar.module.css';

/** The head of a page: its name, what narrows it, at the far end what can be done here, and the call made small. */
export function Toolbar({
  title,
  back,
  children,
  actions,
}: {
  title: string;
  /** The way to what this page is a part of. */
  back?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  useEffect(() => {
    pageTitle.set(title);
  }, [title]);
  return (
    <header className={classes.toolbar}>
      {back}
      <h1>{title}</h1>
      {children}
      <span className={classes.gap} />
      {actions}
      <CallPill />
    </header>
  );
}
