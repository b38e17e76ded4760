import { beforeEach, describe, expect, test } from 'vitest';
import { currentWorkspace } from './currentWorkspace';
import { fragmentToken } from './fragmentToken';
import { reaches, rolesUpTo } from './permissions';
import { safeWayBack } from './wayBack';

describe('the way back after signing in', () => {
  test.each(['/people', '/settings/audit-log?action=member'])('leads to %s', (next) => {
    expect(safeWayBack(next)).toBe(next);
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    undefined,
    7,
  ])('never leads to %s', (next) => {
    expect(safeWayBack(next)).toBe('/');
  });
});

describe('a token in the fragment', () => {
  test('is taken out of the address and belongs to its path only', () => {
    history.replaceState(null, '', '/reset?x=1#token=abc');
    fragmentToken.start();
    expect(location.href).toMatch(/\/reset\?x=1$/);
    expect(fragmentToken.of('/reset')).toBe('abc');
    expect(fragmentToken.of('/sign-in')).toBeUndefined();
    fragmentToken.forget();
    expect(fragmentToken.of('/reset')).toBeUndefined();
  });

  test('is left alone when it is another fragment', () => {
    history.replaceState(null, '', '/people#members');
    fragmentToken.start();
    expect(location.hash).toBe('#members');
  });
});

describe('the workspace of this tab', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
    currentWorkspace.settle([]);
  });

  test('is the first when nothing is remembered', () => {
    expect(currentWorkspace.settle(['a', 'b'])).toBe('a');
  });

  test('is this tab’s choice before this browser’s last one', () => {
    sessionStorage.setItem('patchbay.workspace', 'a');
    localStorage.setItem('patchbay.workspace', 'b');
    expect(currentWorkspace.settle(['a', 'b'])).toBe('a');
  });

  test('is another when one is no longer a member of the remembered one', () => {
    currentWorkspace.choose('gone');
    expect(currentWorkspace.settle(['a'])).toBe('a');
    expect(currentWorkspace.get()).toBe('a');
  });
});

test('nobody reaches above their own role', () => {
  expect(rolesUpTo('supervisor')).toEqual(['supervisor', 'agent']);
  expect(reaches('admin', 'owner')).toBe(false);
  expect(reaches('admin', 'admin')).toBe(true);
});
