import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../../test/calls';
import { type ApiCall, fakeApi, ok } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { WriteUp } from './WriteUp';

afterEach(() => vi.unstubAllGlobals());

const mara = member('Mara');
const one = call(1, { notes: 'Left door.' });
const PATCH = 'PATCH /api/calls/call-001';
const sent = (calls: readonly ApiCall[]) =>
  calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body);

test('a note is sent once, after the last key', async () => {
  const calls = fakeApi({ [PATCH]: ok({ ...one, notes: 'Left door. Hinge' }) });
  await renderAs(mara, <WriteUp call={one} />);
  await userEvent.type(screen.getByLabelText('Note'), ' Hinge');
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(sent(calls)).toEqual([{ notes: 'Left door. Hinge' }]);
});

test('who leaves the page at once loses nothing', async () => {
  const calls = fakeApi({ [PATCH]: ok(one) });
  const { unmount } = await renderAs(mara, <WriteUp call={one} />);
  await userEvent.type(screen.getByLabelText('Outcome in your words'), 'Refund');
  unmount();
  await waitFor(() => expect(sent(calls).at(-1)).toEqual({ disposition: 'Refund' }));
});

test('what the server refuses stays written, with the reason, and is sent with the next key', async () => {
  let away = true;
  const calls = fakeApi({
    [PATCH]: () => (away ? problem(403, 'forbidden') : ok({ ...one, notes: 'Left door.!?' })),
  });
  await renderAs(mara, <WriteUp call={one} />);
  const note = screen.getByLabelText('Note');
  await userEvent.type(note, '!');
  await waitFor(() => expect(screen.getByRole('status')).not.toBeEmptyDOMElement());
  expect(screen.queryByText('Saved')).toBeNull();
  expect(note).toHaveValue('Left door.!');
  away = false;
  await userEvent.type(note, '?');
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(sent(calls).at(-1)).toEqual({ notes: 'Left door.!?' });
});

test('who makes no calls reads the note', async () => {
  fakeApi({});
  await renderAs(mara, <WriteUp call={one} />, ['calls.read']);
  expect(screen.getByText('Left door.')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});
