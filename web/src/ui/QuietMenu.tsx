import { Menu, type MenuProps } from '@mantine/core';
import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

/** A menu of which nothing but its button is there until it is pressed: most are never opened. */
export function QuietMenu({
  button,
  children,
  ...menu
}: Pick<MenuProps, 'position' | 'width' | 'children'> & {
  button: ReactElement<HTMLAttributes<HTMLElement>>;
}) {
  const [asked, setAsked] = useState(false);
  if (asked) {
    return (
      <Asked button={button} {...menu}>
        {children}
      </Asked>
    );
  }
  return cloneElement(button, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setAsked(true),
  });
}

/** Opens once its button has the focus again, for the menu to give it back. */
function Asked({ button, children, ...menu }: Parameters<typeof QuietMenu>[0]) {
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLElement>(null);
  useLayoutEffect(() => target.current?.focus(), []);
  useEffect(() => setOpened(true), []);
  return (
    <Menu {...menu} opened={opened} onChange={setOpened}>
      <Menu.Target>{cloneElement(button, { ref: target } as object)}</Menu.Target>
      {children}
    </Menu>
  );
}
