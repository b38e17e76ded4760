import { Icon } from '../ui/Icon';
import classes from './FormError.module.css';

/** What the server said that belongs to no single field. */
export function FormError({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className={classes.place}>
      {children && (
        <p className={classes.error}>
          <Icon name="warn" />
          {children}
        </p>
      )}
    </div>
  );
}
