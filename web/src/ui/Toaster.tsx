import { useSyncExternalStore } from 'react';
import classes from './Toaster.module.css';
import { toasts } from './toasts';

export function Toaster() {
  const list = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <div className={classes.stack} aria-live="polite" role="status">
      {list.map(({ id, text, action }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it longer
        <div
          key={id}
          className={classes.toast}
          onMouseEnter={() => toasts.pause(id)}
          onMouseLeave={() => toasts.resume(id)}
          onFocus={() => toasts.pause(id)}
          onBlur={() => toasts.resume(id)}
        >
          <span>{text}</span>
          {action && (
            <button
              type="button"
              className={classes.action}
              onClick={() => {
                toasts.dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
