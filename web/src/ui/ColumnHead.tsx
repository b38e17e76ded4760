import type { ReactNode } from 'react';

/** The head of one column of a table that is made of rows in sight. */
export function ColumnHead({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with it
    <span role="columnheader">{children}</span>
  );
}
