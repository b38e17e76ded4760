import classes from './contact.module.css';

/** What is known beside a sentence, each after a dot. */
export const Facts = ({ of }: { of: readonly string[] }) =>
  of.map((fact) => (
    <span key={fact}>
      {' · '}
      <span className={classes.fact}>{fact}</span>
    </span>
  ));
