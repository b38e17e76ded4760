import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { speak } from '../../i18n';
import { DialpadContext } from '../../phone/Phone';
import { callOf, contact } from '../../test/contacts';
import { type ApiCall, fakeApi, ok, writes } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { ALL, member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { withRoom } from '../../test/room';
import { message } from '../../test/twilio';
import { ContactList } from './ContactList';
import { ContactNotes } from './ContactNotes';
import { ContactSheet } from './ContactSheet';
import { ContactTags } from './ContactTags';
import { RemoveContact } from './RemoveContact';
import { Timeline } from './Timeline';

const hugo = member('Hugo', 'owner');
const ines = contact(1, {
  name: 'Inês Carvalho',
  company: 'Carvalho Joinery',
  tags: ['Trade'],
  notes: 'Rings twice.',
});

withRoom();
afterEach(() => vi.unstubAllGlobals());

const listed = (items: unknown[], nextCursor: string | null = null, total: number | null = null) =>
  ok({ items, nextCursor, total: total ?? items.length });
const bodies = (calls: readonly ApiCall[]) =>
  calls.filter(({ method }) => method !== 'GET').map(({ body }) => body);
const faults = async (container: Element) => {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id }) => id);
};

describe('the list', () => {
  const list = (text = '', open = vi.fn(), permissions = ALL) =>
    renderAs(
      hugo,
      <DialpadContext value={{ open }}>
        <ContactList text={text} onAdd={vi.fn()} onImport={vi.fn()} onForget={vi.fn()} />
      </DialpadContext>,
      permissions,
    );

  test('says how many there are, and of each how to reach them; axe finds nothing', async () => {
    fakeApi({
      'GET /api/contacts': ({ query }) =>
        query.get('cursor') ? listed([contact(3)]) : listed([ines, contact(2)], 'more', 2317),
    });
    const { container } = await list();
    const row = await screen.findByRole('row', { name: /Carvalho/ });
    expect(row).toHaveTextContent('Carvalho Joinery');
    expect(row).toHaveTextContent('+1 415 555 0101');
    expect(screen.getByText('2317 contacts')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Inês Carvalho' })).toHaveAttribute(
      'href',
      '/contacts/contact-1',
    );
    expect(await faults(container)).toEqual([]);
  });

  test('calls a number by a click', async () => {
    fakeApi({ 'GET /api/contacts': listed([ines]) });
    const open = vi.fn();
    await list('', open);
    await userEvent.click(await screen.findByRole('button', { name: /Call Inês Carvalho/ }));
    expect(open).toHaveBeenCalledWith({ to: '+14155550101', contactId: 'contact-1' });
  });

  test('only shows the number to those who may not call', async () => {
    fakeApi({ 'GET /api/contacts': listed([ines]) });
    await list('', vi.fn(), ['contacts.read']);
    expect(await screen.findByText('+1 415 555 0101')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('asks the server for what is looked for, and says when nobody is found', async () => {
    const calls = fakeApi({ 'GET /api/contacts': listed([]) });
    await list('zzz');
    expect(await screen.findByText(/Nobody is called “zzz”/)).toBeVisible();
    expect(calls[0]?.query.get('text')).toBe('zzz');
  });

  test('without anybody leads to adding and importing', async () => {
    fakeApi({ 'GET /api/contacts': listed([]) });
    await list();
    expect(await screen.findByRole('button', { name: 'Add a contact' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Import' })).toBeVisible();
  });
});

describe('the sheet', () => {
  /** All at once: many fields are drawn anew at each key. */
  const write = (field: HTMLElement, value: string) =>
    fireEvent.change(field, { target: { value } });
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

  test('adds somebody with phones in any form, empty rows left out', async () => {
    const calls = fakeApi({ 'POST /api/contacts': { status: 201, body: ines } });
    const onSaved = vi.fn();
    const { container } = await renderAs(
      hugo,
      <ContactSheet phone="+14155550101" onClose={vi.fn()} onSaved={onSaved} />,
    );
    write(await screen.findByLabelText('Name'), 'Inês Carvalho');
    await userEvent.click(screen.getByRole('button', { name: 'Another phone' }));
    await userEvent.click(screen.getByRole('button', { name: 'Another phone' }));
    write(screen.getByLabelText('Phone 3'), '(415) 555-0168');
    write(screen.getByLabelText('What phone 3 is called', { selector: 'input' }), 'Work');
    await save();
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith(ines));
    expect(bodies(calls)).toEqual([
      {
        name: 'Inês Carvalho',
        company: '',
        email: '',
        notes: '',
        tags: [],
        phones: [
          { phoneNumber: '+14155550101', label: '' },
          { phoneNumber: '(415) 555-0168', label: 'work' },
        ],
      },
    ]);
    expect(await faults(container)).toEqual([]);
  });

  test('wants at least a name, a company or a phone, without asking the server', async () => {
    const calls = fakeApi({});
    await renderAs(hugo, <ContactSheet onClose={vi.fn()} />);
    await screen.findByLabelText('Name');
    await save();
    expect(await screen.findByText(/one of them is needed/)).toBeVisible();
    expect(calls).toEqual([]);
  });

  test('puts a refused phone’s sentence at that phone', async () => {
    fakeApi({
      'POST /api/contacts': () =>
        problem(400, 'invalid', [{ field: 'phones[0].phoneNumber', message: 'is no number' }]),
    });
    await renderAs(hugo, <ContactSheet phone="nonsense" onClose={vi.fn()} />);
    await screen.findByLabelText('Name');
    await save();
    expect(await screen.findByText('Is no number.')).toBeVisible();
    expect(screen.getByLabelText('Phone 1')).toHaveFocus();
  });

  test('says whose a taken phone is, and leads there', async () => {
    const { status, body } = problem(409, 'phone-taken');
    fakeApi({
      'POST /api/contacts': {
        status,
        body: { ...(body as object), contactId: 'contact-9', contactName: 'Jonah Reyes' },
      },
    });
    await renderAs(hugo, <ContactSheet phone="+14155550109" onClose={vi.fn()} />);
    await screen.findByLabelText('Name');
    await save();
    expect(await screen.findByRole('link', { name: 'Show Jonah Reyes' })).toHaveAttribute(
      'href',
      '/contacts/contact-9',
    );
  });

  test('changes who is there, and leaves the notes to their own field', async () => {
    const calls = fakeApi({ 'PATCH /api/contacts/contact-1': ok(ines) });
    const onClose = vi.fn();
    await renderAs(hugo, <ContactSheet contact={ines} onClose={onClose} />);
    await userEvent.type(await screen.findByLabelText('Company'), ' & Sons');
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(bodies(calls)).toEqual([
      {
        name: 'Inês Carvalho',
        company: 'Carvalho Joinery & Sons',
        email: '',
        tags: ['Trade'],
        phones: [{ phoneNumber: '+1 415 555 0101', label: 'mobile' }],
      },
    ]);
  });
});

describe('the card', () => {
  test('saves a note once typing pauses, and says so', async () => {
    const calls = fakeApi({ 'PATCH /api/contacts/contact-1': ok(ines) });
    await renderAs(hugo, <ContactNotes contact={ines} readOnly={false} />);
    await userEvent.type(await screen.findByLabelText('Notes'), ' Back door.');
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(bodies(calls)).toEqual([{ notes: 'Rings twice. Back door.' }]);
  });

  test('keeps a note that could not be saved, and tries again when asked', async () => {
    let up = false;
    const calls = fakeApi({
      'PATCH /api/contacts/contact-1': () => (up ? ok(ines) : problem(503, 'unavailable')),
    });
    await renderAs(hugo, <ContactNotes contact={ines} readOnly={false} />);
    await userEvent.type(await screen.findByLabelText('Notes'), '!');
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByLabelText('Notes')).toHaveValue('Rings twice.!');
    up = true;
    await userEvent.click(again);
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(bodies(calls)).toEqual([{ notes: 'Rings twice.!' }, { notes: 'Rings twice.!' }]);
  });

  test('a note is saved although the page is left at once', async () => {
    const calls = fakeApi({ 'PATCH /api/contacts/contact-1': ok(ines) });
    const { unmount } = await renderAs(hugo, <ContactNotes contact={ines} readOnly={false} />);
    await userEvent.type(await screen.findByLabelText('Notes'), '?');
    unmount();
    await waitFor(() => expect(bodies(calls)).toEqual([{ notes: 'Rings twice.?' }]));
  });

  test('puts a tag on and takes one off', async () => {
    const calls = fakeApi({ 'PATCH /api/contacts/contact-1': ok(ines) });
    await renderAs(hugo, <ContactTags contact={ines} readOnly={false} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Tag' }));
    await userEvent.type(screen.getByLabelText('New tag'), 'Oak{Enter}');
    await waitFor(() => expect(bodies(calls)).toEqual([{ tags: ['Trade', 'Oak'] }]));
    await userEvent.click(screen.getByRole('button', { name: 'Take Trade off' }));
    await waitFor(() => expect(bodies(calls)).toEqual([{ tags: ['Trade', 'Oak'] }, { tags: [] }]));
  });

  test('is removed only after a confirm that names it', async () => {
    const calls = fakeApi({ 'DELETE /api/contacts/contact-1': { status: 204 } });
    const onRemoved = vi.fn();
    await renderAs(hugo, <RemoveContact contact={ines} onClose={vi.fn()} onRemoved={onRemoved} />);
    const verb = await screen.findByRole('button', { name: 'Remove Inês Carvalho' });
    expect(writes(calls)).toEqual([]);
    await userEvent.click(verb);
    await waitFor(() => expect(onRemoved).toHaveBeenCalled());
    expect(writes(calls)).toEqual(['DELETE /api/contacts/contact-1']);
  });
});

describe('the timeline', () => {
  const LIVE = callOf(9, {
    stage: 'talking',
    outcome: null,
    endedAt: null,
    memberId: hugo.id,
    memberName: 'Hugo',
  });
  const told = async (
    over: unknown[],
    live: unknown[] = [],
    permissions = ALL,
    texts: unknown[] = [],
  ) => {
    const calls = fakeApi({
      'GET /api/calls': ({ query }) => listed(query.get('live') ? live : over),
      'GET /api/messages': listed(texts),
      'GET /api/numbers': listed([]),
    });
    const view = await renderAs(hugo, <Timeline contact={ines} />, permissions);
    return { ...view, calls };
  };

  test('tells each call in a sentence, by day, with its note, outcome and recording', async () => {
    const { container, calls } = await told([
      callOf(1, { notes: 'Confirmed.', disposition: 'Delivered', recordingUrl: '/api/x' }),
      callOf(2, { outcome: 'missed', durationSeconds: null, createdAt: '2026-11-03T09:00:00Z' }),
    ]);
    const first = await screen.findByRole('link', { name: 'Mara answered' });
    expect(first).toHaveAttribute('href', '/calls/call-1');
    expect(screen.getByText('4 min 12 s')).toBeVisible();
    expect(screen.getByText('Confirmed.')).toBeVisible();
    expect(screen.getByText('Delivered')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Recording' })).toHaveAttribute(
      'href',
      '/calls/call-1',
    );
    expect(screen.getByRole('link', { name: 'Missed call' })).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(2);
    expect(calls.some(({ query }) => query.get('contactId') === 'contact-1')).toBe(true);
    expect(await faults(container)).toEqual([]);
  });

  test('has the call that runs on top, once', async () => {
    await told([LIVE, callOf(1)], [LIVE, callOf(8, { contactId: 'contact-2', endedAt: null })]);
    expect(await screen.findByRole('link', { name: 'Mara answered' })).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'On a call with you' })).toHaveLength(1);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  test('reads on by itself where all calls of a page run still', async () => {
    const running = [callOf(9, { endedAt: null }), callOf(8, { endedAt: null })];
    fakeApi({
      'GET /api/calls': ({ query }) => {
        if (query.get('live')) return listed(running);
        return query.get('cursor') ? listed([callOf(1)]) : listed(running, 'older');
      },
      'GET /api/messages': listed([message(1, { at: '2026-11-01T09:00:00Z' })], 'older'),
      'GET /api/numbers': listed([]),
    });
    await renderAs(hugo, <Timeline contact={ines} />, ALL);
    expect(await screen.findByRole('link', { name: 'Mara answered' })).toBeVisible();
    expect(screen.getByText('Text received')).toBeVisible();
  });

  test('hides recordings from those who may not hear them', async () => {
    await told([callOf(1, { recordingUrl: '/api/x' })], [], ['calls.read']);
    expect(await screen.findByRole('link', { name: 'Mara answered' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Recording' })).toBeNull();
  });

  test.each([
    [{ direction: 'outbound', outcome: 'answered' }, 'Mara called'],
    [{ direction: 'outbound', outcome: 'missed', status: 'busy' }, 'Mara called: busy'],
    [
      { direction: 'outbound', outcome: 'missed', status: 'no-answer' },
      'Mara called: nobody answered',
    ],
    [
      { direction: 'outbound', outcome: 'failed', status: 'failed' },
      'Mara called: it did not get through',
    ],
    [{ outcome: 'abandoned' }, 'Hung up before anybody answered'],
    [{ outcome: 'voicemail' }, 'Left a voicemail'],
  ] as const)('%o is “%s”', async (over, sentence) => {
    await told([callOf(1, over)]);
    expect(await screen.findByRole('link', { name: sentence })).toBeVisible();
  });

  test('tells texts among the calls, from and to all of their numbers', async () => {
    const { calls, container } = await told([callOf(1)], [], ALL, [
      message(1, { body: 'Is it ready?', at: '2026-11-30T09:00:00Z' }),
      message(2, {
        direction: 'outbound',
        status: 'undelivered',
        errorCode: 30003,
        at: '2026-10-01T09:00:00Z',
      }),
    ]);
    expect(await screen.findByText('Is it ready?')).toBeVisible();
    expect(screen.getByText('Text received')).toBeVisible();
    expect(screen.getByText('Not delivered')).toBeVisible();
    expect(screen.getByText('Their phone was off or out of reach.')).toBeVisible();
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(items[0]).toContain('Text received');
    expect(items[1]).toContain('Mara answered');
    expect(items[2]).toContain('Text sent');
    const asked = calls.find(({ path }) => path === '/api/messages');
    expect(asked?.query.getAll('customer')).toEqual(
      ines.phones.map(({ phoneNumber }) => phoneNumber).sort(),
    );
    expect(await faults(container)).toEqual([]);
  });

  test.each([
    ['en', 12, listed([message(1), message(2), message(3)]), '12 calls, 3 texts'],
    ['de', 12, listed([message(1), message(2), message(3)]), '12 Anrufe, 3 Nachrichten'],
    ['en', 1, listed([message(1), message(2)], 'more'), '1 call, more than 2 texts'],
    ['de', 1, listed([message(1), message(2)], 'more'), '1 Anruf, mehr als 2 Nachrichten'],
    ['en', 0, listed([message(1)]), '1 text'],
    ['en', 2, listed([]), '2 calls'],
  ] as const)(
    'in %s it says how many there are of %i calls and the texts',
    async (language, count, texts, said) => {
      fakeApi({
        'GET /api/calls': ({ query }) => (query.get('live') ? listed([]) : listed([], null, count)),
        'GET /api/messages': texts,
        'GET /api/numbers': listed([]),
      });
      await speak(language);
      await renderAs(hugo, <Timeline contact={ines} />, ALL);
      expect(await screen.findByText(said)).toBeVisible();
      await speak('en');
    },
  );

  test('asks for no texts for those who may not read them', async () => {
    const { calls } = await told([callOf(1)], [], ['calls.read'], [message(1)]);
    expect(await screen.findByRole('link', { name: 'Mara answered' })).toBeVisible();
    expect(calls.map(({ path }) => path)).not.toContain('/api/messages');
  });

  test('says that there was none', async () => {
    await told([]);
    expect(await screen.findByText('No call or text with Inês Carvalho yet.')).toBeVisible();
  });
});
