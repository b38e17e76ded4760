import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { type CallFilter, callsQuery } from '../api/callQueries';
import { keys } from '../api/queries';
import type { Call, CallDetail, Contact } from '../api/types';
import { call } from '../test/calls';
import { workspace } from '../test/fixtures';
import { applyContact, applyContactRemoved } from './applyContact';
import type { Pages } from './patchPages';

let queries: QueryClient;

const key = (filter: CallFilter = {}) => callsQuery(workspace.id, filter).queryKey;
const list = () => queries.getQueryData<Pages<Call>>(key()) as Pages<Call>;
const isOld = (filter: CallFilter = {}) => queries.getQueryState(key(filter))?.isInvalidated;
const live = () => queries.getQueryData<Call[]>(keys.liveCalls(workspace.id));
const detail = () => queries.getQueryData<CallDetail>(keys.call(workspace.id, 'call-004'));

const contact = (over: Partial<Contact> = {}): Contact =>
  ({ id: 'contact-4', name: 'Ida Winther', phones: [], ...over }) as Contact;

beforeEach(() => {
  queries = new QueryClient();
  const pages = [
    [6, 5],
    [4, 3],
  ].map((ids) => ({ items: ids.map((n) => call(n)), nextCursor: null, total: null }));
  const data = { pages, pageParams: [null, 'a'] };
  for (const filter of [{}, { text: 'Caller' }, { contactId: 'contact-4' }, { contactId: 'other' }])
    queries.setQueryData(key(filter), data);
  queries.setQueryData(keys.liveCalls(workspace.id), [call(4, { endedAt: null })]);
  queries.setQueryData(keys.call(workspace.id, 'call-004'), { call: call(4) } as CallDetail);
});

test('a contact’s new name stands in the calls that are loaded; nothing of them is read again', () => {
  const before = list();
  applyContact(queries, workspace.id, contact());
  expect(list().pages[1]?.items[0]?.contactName).toBe('Ida Winther');
  expect(list().pages[1]?.items[1]).toBe(before.pages[1]?.items[1]);
  expect(list().pages[0]).toBe(before.pages[0]);
  expect(live()?.[0]?.contactName).toBe('Ida Winther');
  expect(detail()?.call.contactName).toBe('Ida Winther');
  expect(isOld()).toBe(false);
});

test('a contact without a name is called by the company, as the server does', () => {
  applyContact(queries, workspace.id, contact({ name: '', company: 'Winther Oak' }));
  expect(live()?.[0]?.contactName).toBe('Winther Oak');
});

test('lists that look for names, or for this contact’s calls, are read again, and no others', () => {
  applyContact(queries, workspace.id, contact());
  expect([isOld({ text: 'Caller' }), isOld({ contactId: 'contact-4' })]).toEqual([true, true]);
  expect([isOld(), isOld({ contactId: 'other' })]).toEqual([false, false]);
});

test('a call that was nobody’s becomes that of the contact who has its phone, at either end', () => {
  const nobody = { contactId: null, contactName: null };
  const phones = [{ phoneNumber: '+14155550142', label: '' }];
  const items = [
    call(9, { ...nobody, from: '+14155550142' }),
    call(8, { ...nobody, direction: 'outbound', from: '+14155550100', to: '+14155550142' }),
    call(7, { ...nobody, from: '+14155550199' }),
    call(6, { from: '+14155550142' }),
  ];
  queries.setQueryData(key(), {
    pages: [{ items, nextCursor: null, total: null }],
    pageParams: [null],
  });
  applyContact(queries, workspace.id, contact({ phones }));
  const whose = list().pages[0]?.items.map(({ contactId }) => contactId);
  expect(whose).toEqual(['contact-4', 'contact-4', null, 'contact-6']);
});

test('a contact who changes nothing that calls show leaves the lists the same', () => {
  const before = list();
  applyContact(queries, workspace.id, contact({ name: 'Caller 4' }));
  expect(list()).toBe(before);
});

test('the calls of a contact who went are nobody’s', () => {
  applyContactRemoved(queries, workspace.id, 'contact-4');
  expect(list().pages[1]?.items[0]).toMatchObject({ contactId: null, contactName: null });
  expect(live()?.[0]?.contactName).toBeNull();
  expect(isOld()).toBe(false);
  expect(isOld({ contactId: 'contact-4' })).toBe(true);
});
