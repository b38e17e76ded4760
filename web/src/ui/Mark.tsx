import classes from './Mark.module.css';
import mark from './mark.svg';

/** Two jacks and the cord between them. */
export function Mark({ size = 22 }: { size?: number }) {
  return <img className={classes.mark} src={mark} width={size} height={size} alt="" />;
}
