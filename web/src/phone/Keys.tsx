import { useRef } from 'react';
import classes from './PhonePanel.module.css';

const KEYS = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

const LONG_MS = 500;

/** The keypad. A long press on 0 says `+` where `plus` allows it. */
export function Keys({ onPress, plus = false }: { onPress(key: string): void; plus?: boolean }) {
  const pressedAt = useRef(0);
  return (
    <div className={classes.keys}>
      {KEYS.map(([key, letters]) => (
        <button
          key={key}
          type="button"
          aria-label={key}
          onPointerDown={(event) => {
            pressedAt.current = event.timeStamp;
          }}
          onClick={(event) => {
            const long = event.detail > 0 && event.timeStamp - pressedAt.current >= LONG_MS;
            onPress(plus && key === '0' && long ? '+' : key);
          }}
        >
          {key}
          <small>{letters}</small>
        </button>
      ))}
    </div>
  );
}
