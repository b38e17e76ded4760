import { act, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { applyEvent } from '../../realtime/applyEvent';
import { fakeApi, ok, page } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { member, workspace } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { withRoom } from '../../test/room';
import { configuration, message, nothing } from '../../test/twilio';
import { held } from '../../ui/held';
import MessagesPage from './MessagesPage';
import { faultOf, isLost, statusOf } from './status';

const mara = member('Mara');
const TWILIO = { 'GET /api/twilio/configuration': ok(configuration()) };
const LIST = 'GET /api/messages';

withRoom();
afterEach(() => vi.unstubAllGlobals());

const texts = () => screen.getAllByRole('row').map(({ textContent }) => textContent);

describe('the texts', () => {
  test('stand newest first, with both numbers as one reads them', async () => {
    fakeApi({ ...TWILIO, [LIST]: page([message(2), message(1)]) });
    await renderAs(mara, <MessagesPage />);
    await screen.findByText('Text 2');
    const [first] = texts();
    expect(first).toContain('+1 503 555 0132');
    expect(first).toContain('to +1 415 555 0100');
  });

  test('are read page by page as one scrolls', async () => {
    const calls = fakeApi({
      ...TWILIO,
      [LIST]: ({ query }) =>
        query.get('cursor') === 'c1' ? page([message(1)]) : page([message(2)], 'c1'),
    });
    await renderAs(mara, <MessagesPage />);
    expect(await screen.findByText('Text 1')).toBeVisible();
    expect(screen.getByText('That is all.')).toBeVisible();
    expect(calls.filter(({ path }) => path === '/api/messages')).toHaveLength(2);
  });

  test('appear as they come', async () => {
    fakeApi({ ...TWILIO, [LIST]: page([message(1)]) });
    const { queries } = await renderAs(mara, <MessagesPage />);
    await screen.findByText('Text 1');
    act(() =>
      applyEvent(queries, workspace.id, { seq: 1, type: 'message.received', data: message(2) }),
    );
    await waitFor(() => expect(texts()[0]).toContain('Text 2'));
  });

  test('that are none say so, and lead those who can to connecting Twilio', async () => {
    fakeApi({ 'GET /api/twilio/configuration': ok(nothing()), [LIST]: page([]) });
    await renderAs(mara, <MessagesPage />);
    expect(await screen.findByRole('link', { name: 'Connect Twilio' })).toBeVisible();
  });

  test('that are none are only said to those who can not', async () => {
    fakeApi({ [LIST]: page([]) });
    await renderAs(mara, <MessagesPage />, ['messages.read']);
    expect(await screen.findByText(/^No texts yet/)).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('that could not be read say so in their place', async () => {
    fakeApi({ ...TWILIO, [LIST]: problem(500, 'internal') });
    await renderAs(mara, <MessagesPage />);
    expect(await screen.findByRole('alert')).toHaveTextContent('Something broke on the server.');
  });

  test('are not for those without the permission', async () => {
    const calls = fakeApi({});
    await renderAs(mara, <MessagesPage />, ['workspace.read']);
    expect(await screen.findByText('Your role does not allow this.')).toBeVisible();
    expect(calls).toEqual([]);
  });
});

describe('what comes while somebody reads further down', () => {
  const list = [message(3), message(2), message(1)];

  test('waits, counted, and the list stays as it was', () => {
    expect(held(list, 'message-2')).toEqual({ shown: [message(2), message(1)], waiting: 1 });
  });

  test('waits no longer at the top, or when the text is gone', () => {
    expect(held(list, undefined)).toEqual({ shown: list, waiting: 0 });
    expect(held(list, 'message-9')).toEqual({ shown: list, waiting: 0 });
  });
});

describe('whether a text arrived', () => {
  const sent = (over: Parameters<typeof message>[1]) =>
    message(1, { direction: 'outbound', ...over });

  test('is a word, and for one that came no word', () => {
    expect(statusOf(sent({ status: 'delivered' }), i18next.t)).toBe('Delivered');
    expect(statusOf(message(1), i18next.t)).toBeUndefined();
  });

  test('is left out where Twilio says a word that the desk does not know', () => {
    expect(statusOf(sent({ status: 'partially_delivered' }), i18next.t)).toBeUndefined();
  });

  test('is told with the reason in a sentence, also for a code that the desk does not know', () => {
    const stopped = sent({ status: 'undelivered', errorCode: 21610 });
    expect(isLost(stopped)).toBe(true);
    expect(faultOf(stopped, i18next.t)).toMatch(/^They texted STOP/);
    expect(faultOf(sent({ errorCode: 39999 }), i18next.t)).toBe(
      'Twilio could not deliver it (its code 39999).',
    );
  });
});
