import { useTranslation } from 'react-i18next';
import classes from './Skeleton.module.css';
import { useDelayed } from './useDelayed';

/** Rows that are being read, each as high as a true one; nothing for the first 150 ms. */
export function SkeletonRows({ rows, height }: { rows: number; height: number }) {
  const { t } = useTranslation();
  const show = useDelayed(true);
  return (
    <div aria-busy="true" style={{ minHeight: rows * height }}>
      {show && <span className={classes.hidden}>{t('state.loading')}</span>}
      {show &&
        Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike
          <div key={row} className={classes.row} style={{ height }}>
            <span className={classes.disc} />
            <span className={classes.bar} style={{ width: `${22 + ((row * 7) % 16)}%` }} />
            <span className={classes.bar} style={{ width: `${12 + ((row * 5) % 11)}%` }} />
          </div>
        ))}
    </div>
  );
}
