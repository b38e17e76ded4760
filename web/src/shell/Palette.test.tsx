import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contact } from '../test/contacts';
import { fakeApi } from '../test/fakeApi';
import { member } from '../test/fixtures';
import { renderAs } from '../test/render';
import type { Command } from './commands';
import { Palette } from './Palette';

const run = vi.fn();
const onClose = vi.fn();
const command = (title: string, group: Command['group']): Command => ({
  id: title,
  title,
  group,
  icon: 'home',
  run: () => run(title),
});
const commands = [
  command('Home', 'go'),
  command('People', 'go'),
  command('Sign out', 'do'),
  command('Priscilla', 'people'),
];

let calls: ReturnType<typeof fakeApi>;

beforeEach(() => {
  calls = fakeApi({
    'GET /api/contacts': ({ query }) => ({
      status: 200,
      body: {
        items: query.get('text') === 'carv' ? [contact(1, { name: 'Inês Carvalho' })] : [],
        nextCursor: null,
        total: null,
      },
    }),
  });
  run.mockClear();
  onClose.mockClear();
  return renderAs(member('Hugo'), <Palette commands={commands} onClose={onClose} />).then(() => {});
});

afterEach(() => vi.unstubAllGlobals());

const selected = () => screen.getByRole('option', { selected: true }).textContent;

test('the field has the focus and says which entry is chosen', async () => {
  const field = await screen.findByRole('combobox');
  expect(field).toHaveFocus();
  const active = field.getAttribute('aria-activedescendant');
  expect(document.getElementById(active ?? '')).toHaveTextContent('Home');
});

test('it has the focus as soon as it is there: a letter typed right after ⌘K is not lost', async () => {
  let open = () => {};
  function Opener() {
    const [opened, setOpened] = useState(false);
    open = () => setOpened(true);
    return opened && <Palette commands={commands} onClose={onClose} />;
  }
  cleanup();
  await renderAs(member('Hugo'), <Opener />);
  act(open);
  expect(document.activeElement).toHaveAttribute('role', 'combobox');
});

test('↓ and ↑ choose, round and round; ⏎ closes and runs', async () => {
  await userEvent.keyboard('{ArrowDown}');
  expect(selected()).toContain('People');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(selected()).toContain('Sign out');
  await userEvent.keyboard('{Enter}');
  expect(onClose).toHaveBeenCalledOnce();
  expect(run).toHaveBeenCalledWith('Sign out');
});

test('people appear only when something is typed', async () => {
  expect(screen.queryByRole('option', { name: /Priscilla/ })).toBeNull();
  await userEvent.keyboard('pris');
  expect(selected()).toContain('Priscilla');
});

test('typing chooses the best again', async () => {
  await userEvent.keyboard('{ArrowDown}{ArrowDown}p');
  expect(selected()).toContain('People');
});

test('nothing found is said, and ⏎ then does nothing', async () => {
  await userEvent.keyboard('zzz{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent('Nothing is called “zzz”.');
  expect(run).not.toHaveBeenCalled();
});

test('Esc closes', async () => {
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('contacts are found by the server once two letters stand, after a pause in typing', async () => {
  await userEvent.keyboard('c');
  await userEvent.keyboard('arv');
  expect(await screen.findByRole('option', { name: /Inês Carvalho/ })).toBeVisible();
  expect(calls.map(({ query }) => query.get('text'))).toEqual(['carv']);
  await userEvent.keyboard('{Enter}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('a contact that fits what is typed stands under a heading of its own', async () => {
  await userEvent.keyboard('carv');
  await screen.findByRole('option', { name: /Inês Carvalho/ });
  expect(screen.getByText('Contacts')).toBeVisible();
});
