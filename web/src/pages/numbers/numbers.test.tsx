import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ApiCall, fakeApi, ok, page, writes } from '../../test/fakeApi';
import { problem } from '../../test/fakeFetch';
import { member } from '../../test/fixtures';
import { renderAs } from '../../test/render';
import { withRoom } from '../../test/room';
import { configuration, nothing, number } from '../../test/twilio';
import { BuySheet } from './BuySheet';
import { changesOf, noAnswerFault } from './changes';
import { NumberList } from './NumberList';
import { NumberSheet } from './NumberSheet';
import { ReleaseNumber } from './ReleaseNumber';
import { SyncButton } from './SyncButton';

const hugo = member('Hugo', 'owner');
const mara = member('Mara');
const support = number(17, { friendlyName: 'Support', forwardTo: '+442079460018' });
const MEMBERS = { 'GET /api/members': page([hugo, mara]) };
const TWILIO = { 'GET /api/twilio/configuration': ok(configuration()) };

withRoom();
afterEach(() => vi.unstubAllGlobals());

const bodies = (calls: readonly ApiCall[]) =>
  calls.filter(({ method }) => method !== 'GET').map(({ body }) => body);

describe('the list', () => {
  const list = (onEdit = vi.fn(), permissions?: Parameters<typeof renderAs>[2]) =>
    renderAs(
      hugo,
      <NumberList frame={document.body} onEdit={onEdit} buyButton={null} />,
      permissions,
    );

  test('shows each number as one reads it, who uses it and what follows; axe finds nothing', async () => {
    fakeApi({
      ...TWILIO,
      ...MEMBERS,
      'GET /api/numbers': page([number(1, { memberIds: [mara.id] }), support]),
    });
    const { container } = await list();
    const row = await screen.findByRole('row', { name: /0101/ });
    await waitFor(() => expect(row).toHaveTextContent('Mara'));
    expect(row).toHaveTextContent('Here, for 60 s');
    expect(screen.getByRole('row', { name: /0117/ })).toHaveTextContent(
      'Goes on to +44 20 7946 0018',
    );
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('is walked with the arrows, and opened with Enter', async () => {
    fakeApi({ ...TWILIO, 'GET /api/numbers': page([number(1), support]) });
    const onEdit = vi.fn();
    await list(onEdit);
    (await screen.findByRole('button', { name: 'Edit +1 415 555 0101' })).focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onEdit).toHaveBeenCalledWith(support);
  });

  test('can only be read by those who do not manage numbers', async () => {
    fakeApi({ ...TWILIO, 'GET /api/numbers': page([support]) });
    await list(vi.fn(), ['numbers.read', 'twilio.read']);
    expect(await screen.findByRole('row', { name: /0117/ })).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('without an account leads to connecting one', async () => {
    fakeApi({ 'GET /api/twilio/configuration': ok(nothing()), 'GET /api/numbers': page([]) });
    await list();
    expect(await screen.findByRole('link', { name: 'Connect Twilio' })).toHaveAttribute(
      'href',
      '/settings/twilio',
    );
  });
});

describe('what is sent when a number is saved', () => {
  const same = {
    friendlyName: 'Support',
    noAnswerSeconds: '60',
    forwardTo: '+44 20 7946 0018',
    noAnswerTo: '',
    recording: 'inherit' as const,
    onNoAnswer: 'message' as const,
    whisper: false,
  };

  test('is nothing when nothing was changed', () => {
    expect(changesOf(support, same)).toEqual({});
  });

  test('is only what was changed', () => {
    expect(changesOf(support, { ...same, noAnswerSeconds: ' 20 ', recording: 'off' })).toEqual({
      noAnswerSeconds: 20,
      recording: 'off',
    });
  });

  test('says which phone rings if nobody answers', () => {
    const phone = { onNoAnswer: 'forward' as const, noAnswerTo: '+44 20 7946 0019', whisper: true };
    expect(changesOf(support, { ...same, ...phone })).toEqual(phone);
  });

  test('takes a forwarding away when its field is emptied', () => {
    expect(changesOf(support, { ...same, forwardTo: ' ' })).toEqual({ forwardTo: '' });
  });

  test.each(['', '4', '601', '20.5', 'a while'])('a ringing time of “%s” is refused', (text) => {
    expect(noAnswerFault(text)).toBe('A whole number from 5 to 600.');
  });

  test.each(['5', '600', ' 60 '])('a ringing time of “%s” is taken', (text) => {
    expect(noAnswerFault(text)).toBeUndefined();
  });
});

describe('the sheet of a number', () => {
  const routes = {
    ...TWILIO,
    ...MEMBERS,
    'PATCH /api/numbers/number-17': ok({ ...support, friendlyName: 'Front desk' }),
    'PUT /api/numbers/number-17/members': ok({ ...support, memberIds: [mara.id] }),
  };
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

  test('saves the name, and who uses it', async () => {
    const calls = fakeApi(routes);
    const onClose = vi.fn();
    await renderAs(hugo, <NumberSheet number={support} onClose={onClose} onRelease={vi.fn()} />);
    const name = await screen.findByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'Front desk');
    const members = screen.getByRole('combobox', { name: 'Used by' });
    await waitFor(() => expect(members).toBeEnabled());
    await userEvent.click(members);
    await userEvent.click(await screen.findByRole('option', { name: 'Mara' }));
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(bodies(calls)).toEqual([{ friendlyName: 'Front desk' }, { memberIds: [mara.id] }]);
  });

  test('asks which phone, where one is to ring if nobody answers', async () => {
    fakeApi(routes);
    await renderAs(hugo, <NumberSheet number={support} onClose={vi.fn()} onRelease={vi.fn()} />);
    await userEvent.click(await screen.findByRole('combobox', { name: 'If nobody answers' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Another phone rings' }));
    await save();
    expect(await screen.findByText('Say which phone.')).toBeVisible();
  });

  test('puts a refused phone number at its field, and stays open', async () => {
    const wrong = problem(400, 'invalid', [{ field: 'forwardTo', message: 'is no phone number' }]);
    fakeApi({ ...routes, 'PATCH /api/numbers/number-17': wrong });
    const onClose = vi.fn();
    await renderAs(hugo, <NumberSheet number={support} onClose={onClose} onRelease={vi.fn()} />);
    const forward = await screen.findByLabelText('Forward to');
    await userEvent.clear(forward);
    await userEvent.type(forward, '12');
    await save();
    expect(await screen.findByText('Is no phone number.')).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });
});

test('releasing names the number in its question and on its button, and sends it', async () => {
  const calls = fakeApi({
    'POST /api/numbers/number-17/release': ok({ ...support, status: 'released' }),
  });
  await renderAs(hugo, <ReleaseNumber number={support} onClose={vi.fn()} />);
  const sheet = await screen.findByRole('dialog', { name: 'Release +1 415 555 0117?' });
  expect(sheet).toHaveTextContent('Its calls and texts stay');
  await userEvent.click(within(sheet).getByRole('button', { name: 'Release +1 415 555 0117' }));
  await waitFor(() => expect(bodies(calls)).toEqual([{ phoneNumber: '+14155550117' }]));
});

describe('buying a number', () => {
  const forSale = {
    phoneNumber: '+16285550142',
    locality: 'San Francisco',
    region: 'CA',
    voice: true,
    sms: true,
    mms: false,
  };
  const asked = { monthly: '1.15', currency: 'USD', note: 'asked' };
  const open = async (price: object, items: object[] = [forSale]) => {
    const calls = fakeApi({
      ...TWILIO,
      'GET /api/numbers/available': ok({ items, price }),
      'POST /api/numbers': { status: 201, body: number(42) },
    });
    await renderAs(hugo, <BuySheet onClose={vi.fn()} />);
    await screen.findByLabelText('Area code');
    return calls;
  };
  const search = () => userEvent.click(screen.getByRole('button', { name: 'Search' }));
  const choose = async () =>
    userEvent.click(await screen.findByRole('button', { name: 'Buy +1 628 555 0142' }));

  test('asks for country, kind and area code, and tells the price', async () => {
    const calls = await open(asked);
    await userEvent.type(screen.getByLabelText('Area code'), '628');
    await search();
    expect(await screen.findByText('$1.15 per month')).toBeVisible();
    expect(Object.fromEntries(calls[0]?.query ?? [])).toEqual({
      country: 'US',
      type: 'local',
      areaCode: '628',
    });
  });

  test('is confirmed with the number and the price, and only then done', async () => {
    const calls = await open(asked);
    await search();
    await choose();
    const sheet = await screen.findByRole('dialog', { name: 'Buy +1 628 555 0142?' });
    expect(sheet).toHaveTextContent('charges your account $1.15 for +1 628 555 0142, every month');
    expect(writes(calls)).toEqual([]);
    await userEvent.click(within(sheet).getByRole('button', { name: 'Buy +1 628 555 0142' }));
    await waitFor(() => expect(bodies(calls)).toEqual([{ phoneNumber: '+16285550142' }]));
  });

  test('says that a practice number costs nothing', async () => {
    await open({ monthly: null, currency: null, note: 'practice' });
    await search();
    await choose();
    expect(await screen.findByText(/is a practice number: it costs nothing/)).toBeVisible();
  });

  test('says it when Twilio tells no price, and invents none', async () => {
    await open({ monthly: null, currency: null, note: 'unknown' });
    await search();
    await choose();
    expect(await screen.findByText(/does not say here how much/)).toBeVisible();
  });

  test('refuses an area code that is none without asking', async () => {
    const calls = await open(asked);
    await userEvent.type(screen.getByLabelText('Area code'), 'x');
    await search();
    expect(await screen.findByText(/2 to 5 digits/)).toBeVisible();
    expect(calls).toEqual([]);
  });

  test('says what to try when nothing is for sale', async () => {
    await open(asked, []);
    await search();
    expect(await screen.findByText(/Try another area code/)).toBeVisible();
  });
});

test('looking at Twilio has the list read again', async () => {
  const calls = fakeApi({ 'POST /api/numbers/sync': ok({ added: 1, released: 0, total: 3 }) });
  await renderAs(hugo, <SyncButton />);
  await userEvent.click(await screen.findByRole('button', { name: 'Look at Twilio' }));
  await waitFor(() => expect(writes(calls)).toEqual(['POST /api/numbers/sync']));
});
