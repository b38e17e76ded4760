import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import classes from './MenuChoice.module.css';

/** One of several in a menu, with a tick at the one that is chosen. */
export function MenuChoice({
  value,
  chosen,
  icon,
  children,
  onChoose,
}: {
  value: string;
  chosen: boolean;
  icon?: ReactNode;
  children: ReactNode;
  onChoose(): void;
}) {
  return (
    <Menu.RadioItem
      value={value}
      checked={chosen}
      onChange={onChoose}
      closeMenuOnClick
      checkIcon={<Icon name="check" size={14} />}
    >
      <span className={classes.choice}>
        {icon}
        {children}
      </span>
    </Menu.RadioItem>
  );
}
