import { type ReactNode, useEffect } from 'react';
import { Mark } from '../../ui/Mark';
import classes from './Entrance.module.css';

/** The frame of every page for those who have not come in yet. */
export function Entrance({
  title,
  lead,
  children,
  below,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  below?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Patchbay`;
  }, [title]);
  return (
    <main className={classes.room}>
      <section className={classes.panel}>
        <Mark size={44} />
        <h1>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        <div className={classes.content}>{children}</div>
      </section>
      {below && <div className={classes.below}>{below}</div>}
    </main>
  );
}
