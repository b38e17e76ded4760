import { Menu } from '@mantine/core';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { member } from '../test/fixtures';
import { renderAs } from '../test/render';
import { QuietMenu } from './QuietMenu';

const run = vi.fn();

async function drawn() {
  await renderAs(
    member('Mara'),
    <QuietMenu position="top-start" width={200} button={<button type="button">More</button>}>
      <Menu.Dropdown>
        <Menu.Item onClick={run}>Leave</Menu.Item>
      </Menu.Dropdown>
    </QuietMenu>,
  );
}
const button = () => screen.getByRole('button', { name: 'More' });

test('its button says that it has a menu, before there is one', async () => {
  await drawn();
  expect(button()).toHaveAttribute('aria-haspopup', 'menu');
  expect(button()).toHaveAttribute('aria-expanded', 'false');
});

test('a click opens it, and what is chosen is done', async () => {
  await drawn();
  await userEvent.click(button());
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Leave' }));
  expect(run).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  await userEvent.click(button());
  expect(await screen.findByRole('menu')).toBeVisible();
});

test('keys open it; Esc closes it, and its button has the focus again', async () => {
  await drawn();
  await userEvent.tab();
  expect(button()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('menu')).toBeVisible();
  expect(button()).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  await waitFor(() => expect(button()).toHaveFocus());
});
