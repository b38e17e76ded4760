import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ContactImport } from '../../api/types';
import { type ApiCall, fakeApi, ok } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { decoded, LARGEST, TooLarge, textOf } from './csvFile';
import { ImportSheet } from './ImportSheet';

const hugo = member('Hugo', 'owner');
const CSV = 'Name,Mobile,Colour\nNoor,415 555 0199,red\n,,blue';

const found = (over: Partial<ContactImport> = {}): ContactImport => ({
  columns: ['Name', 'Mobile', 'Colour'],
  mapping: ['name', 'mobile', 'ignore'],
  total: 30,
  added: 24,
  updated: 4,
  skipped: 0,
  refused: 2,
  problems: [{ line: 3, detail: 'There is neither a name nor a phone.' }],
  sample: [{ name: 'Noor', phones: [{ phoneNumber: '+14155550199', label: 'mobile' }] }],
  ...over,
});

afterEach(() => vi.unstubAllGlobals());

const sent = (calls: readonly ApiCall[]) => calls.map(({ body }) => body);
const choose = (file: File) =>
  userEvent.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), file);
const open = async () => {
  await renderAs(hugo, <ImportSheet onClose={vi.fn()} />);
  await screen.findByText(/Drop a CSV file/);
};
const file = (text = CSV, name = 'people.csv') => new File([text], name, { type: 'text/csv' });

describe('an import', () => {
  test('is shown before anything is written: counts, columns, a sample, what cannot be taken', async () => {
    const calls = fakeApi({ 'POST /api/contacts/import': ok(found()) });
    await open();
    await choose(file());
    expect(await screen.findByText('people.csv')).toBeVisible();
    expect(sent(calls)).toEqual([{ csv: CSV, preview: true, known: 'fill' }]);
    const counts = screen.getByRole('list', { name: 'What the file holds' });
    expect(counts).toHaveTextContent('24 new');
    expect(counts).toHaveTextContent('4 known');
    expect(counts).toHaveTextContent('2 cannot be taken');
    expect(screen.getByText('+1 415 555 0199')).toBeVisible();
    expect(screen.getByText('There is neither a name nor a phone.')).toBeInTheDocument();
    const dialog = screen.getByRole('dialog');
    const { violations } = await axe.run(dialog, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('asks again when a column or the known ones are chosen otherwise, and imports what was chosen', async () => {
    const calls = fakeApi({ 'POST /api/contacts/import': ok(found()) });
    await open();
    await choose(file());
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'What the column Colour is' }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'Tags' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Replace' }));
    const act = screen.getByRole('button', { name: 'Import 28 contacts' });
    await waitFor(() => expect(act).toBeEnabled());
    await userEvent.click(act);
    expect(await screen.findByText('24 contacts are new.')).toBeVisible();
    expect(screen.getByText(/cannot be taken back/)).toBeVisible();
    const chosen = { csv: CSV, mapping: ['name', 'mobile', 'tags'] };
    expect(sent(calls).slice(1)).toEqual([
      { ...chosen, preview: true, known: 'fill' },
      { ...chosen, preview: true, known: 'replace' },
      { ...chosen, preview: false, known: 'replace' },
    ]);
  });

  test('takes a table that is pasted', async () => {
    const calls = fakeApi({ 'POST /api/contacts/import': ok(found({ refused: 0, problems: [] })) });
    await open();
    await userEvent.click(screen.getByLabelText('Or paste a table'));
    await userEvent.paste('Name\tMobile\nNoor\t415');
    await userEvent.click(screen.getByRole('button', { name: 'Look at it' }));
    expect(await screen.findByText('The pasted table')).toBeVisible();
    expect(sent(calls)).toEqual([{ csv: 'Name\tMobile\nNoor\t415', preview: true, known: 'fill' }]);
  });

  test('of nothing that could be taken cannot be started', async () => {
    fakeApi({ 'POST /api/contacts/import': ok(found({ added: 0, updated: 0 })) });
    await open();
    await choose(file());
    expect(await screen.findByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  });

  test('that the server refuses to read says why, and leads back to another file', async () => {
    fakeApi({ 'POST /api/contacts/import': problem(400, 'invalid') });
    await open();
    await choose(file());
    expect(await screen.findByText('The server says invalid.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Another file' }));
    expect(screen.getByText(/Drop a CSV file/)).toBeVisible();
  });

  test('without an answer says that part of it may be in, and what to do', async () => {
    fakeApi({
      'POST /api/contacts/import': ({ body }) => {
        if ((body as { preview: boolean }).preview) return ok(found());
        throw new TypeError('gone');
      },
    });
    await open();
    await choose(file());
    await userEvent.click(await screen.findByRole('button', { name: 'Import 28 contacts' }));
    expect(await screen.findByText(/is not added twice/)).toBeVisible();
  });

  test('of an empty file is refused here', async () => {
    const calls = fakeApi({});
    await open();
    await choose(file(' \n', 'nothing.csv'));
    expect(await screen.findByText('nothing.csv is empty.')).toBeVisible();
    expect(calls).toEqual([]);
  });
});

describe('the text of a file', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode('Müller')],
    ['Windows-1252', new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...[...'Müller'].flatMap((c) => [c.charCodeAt(0), 0])])],
  ])('is read from %s', (_, bytes) => {
    expect(decoded(bytes)).toBe('Müller');
  });

  test('is not even read of a file that is far too large', async () => {
    const arrayBuffer = vi.fn();
    const huge = { size: LARGEST * 2 + 1, arrayBuffer } as unknown as Blob;
    await expect(textOf(huge)).rejects.toBeInstanceOf(TooLarge);
    expect(arrayBuffer).not.toHaveBeenCalled();
  });
});
