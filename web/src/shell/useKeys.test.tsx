import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command } from './commands';
import { setLettersOn } from './letters';
import { REGION } from './regions';
import { useKeys } from './useKeys';

const run = vi.fn();
const openPalette = vi.fn();
const commands: Command[] = [
  { id: 'o', title: 'O', group: 'do', icon: 'home', letters: ['o'], run },
];

function Page({ covered }: { covered?: boolean }) {
  useKeys(() => commands, openPalette);
  return (
    <>
      <input aria-label="field" />
      {covered && <div role="dialog" aria-modal="true" />}
    </>
  );
}

beforeEach(() => {
  run.mockClear();
  openPalette.mockClear();
});
afterEach(() => setLettersOn(true));

test('a letter acts outside fields', async () => {
  render(<Page />);
  await userEvent.keyboard('o');
  expect(run).toHaveBeenCalledOnce();
});

test('a letter typed into a field is text; Esc leaves the field and keeps it', async () => {
  const { getByLabelText } = render(<Page />);
  const field = getByLabelText('field');
  await userEvent.type(field, 'o');
  expect(run).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(field).not.toHaveFocus();
  expect(field).toHaveValue('o');
});

test('letters belong to a sheet while one is open', async () => {
  render(<Page covered />);
  await userEvent.keyboard('o');
  expect(run).not.toHaveBeenCalled();
});

test('letters can be turned off; the palette stays', async () => {
  render(<Page />);
  setLettersOn(false);
  await userEvent.keyboard('o');
  expect(run).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(openPalette).toHaveBeenCalledOnce();
});

test('⌘K works even in a field', async () => {
  const { getByLabelText } = render(<Page />);
  await userEvent.click(getByLabelText('field'));
  await userEvent.keyboard('{Meta>}k{/Meta}');
  expect(openPalette).toHaveBeenCalledOnce();
});

test('Ctrl+F6 jumps from one part of the window to the next, and round', async () => {
  const { getByTestId } = render(
    <>
      <Page />
      <aside data-testid="side" {...REGION} />
      <main data-testid="main" {...REGION} />
    </>,
  );
  const jump = () => userEvent.keyboard('{Control>}{F6}{/Control}');
  await jump();
  expect(getByTestId('side')).toHaveFocus();
  await jump();
  expect(getByTestId('main')).toHaveFocus();
  await jump();
  expect(getByTestId('side')).toHaveFocus();
});

test('keys pressed together work in fields too, unless the command says otherwise', async () => {
  const dial = vi.fn();
  const finish = vi.fn();
  const off = vi.fn();
  const part = { title: '', group: 'do', icon: 'phone' } as const;
  commands.splice(
    1,
    3,
    { ...part, id: 'dial', keys: [['mod', 'D']], run: dial },
    { ...part, id: 'finish', keys: [['mod', '⏎']], outsideFields: true, run: finish },
    { ...part, id: 'off', keys: [['mod', '⇧', 'E']], off: true, run: off },
  );
  const { getByLabelText } = render(<Page />);
  await userEvent.keyboard('{Control>}d{Enter}{Shift>}e{/Shift}{/Control}d{Enter}');
  expect(dial).toHaveBeenCalledOnce();
  expect(finish).toHaveBeenCalledOnce();
  expect(off).not.toHaveBeenCalled();
  await userEvent.click(getByLabelText('field'));
  await userEvent.keyboard('{Meta>}d{Enter}{/Meta}');
  expect(dial).toHaveBeenCalledTimes(2);
  expect(finish).toHaveBeenCalledOnce();
});
