import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, likeness, search } from './commands';
import { Letters } from './letters';

const command = (title: string, letters?: string[]): Command => ({
  id: title,
  title,
  group: 'go',
  icon: 'home',
  letters,
  run() {},
});
const titles = (found: Command[]) => found.map(({ title }) => title);

describe('search', () => {
  test('prefers the beginning of the title, then of a word, then anything inside', () => {
    const all = ['A payment', 'Sign in again', 'Invite', 'In the log'].map((t) => command(t));
    expect(titles(search(all, 'in'))).toEqual(['Invite', 'In the log', 'Sign in again']);
  });

  test('needs neither accents nor capitals, and forgives left-out letters', () => {
    expect(likeness('ines', 'Inês Carvalho')).toBeGreaterThan(0);
    expect(likeness('adlg', 'Audit log')).toBeGreaterThan(0);
    expect(likeness('xyz', 'Audit log')).toBe(0);
  });

  test('of nothing finds everything, in its order', () => {
    const all = ['B', 'A', 'C'].map((t) => command(t));
    expect(titles(search(all, '  '))).toEqual(['B', 'A', 'C']);
  });

  test('always finds a thing by any part of its own name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (title, a, b) => {
        const [from, to] = [a % title.length, (b % title.length) + 1].sort((x, y) => x - y);
        const part = title.slice(from, to);
        fc.pre(part.normalize('NFD') === part && title.normalize('NFD') === title);
        expect(likeness(part, title)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('letters', () => {
  const home = command('Home', ['g', 'h']);
  const available = command('Available', ['o']);
  const all = [home, available, command('No keys')];

  test('pressed one after the other go to a page', () => {
    const letters = new Letters();
    expect(letters.press('g', 0, all)).toBeUndefined();
    expect(letters.press('h', 300, all)).toBe(home);
  });

  test('alone act at once', () => {
    expect(new Letters().press('o', 0, all)).toBe(available);
  });

  test('too far apart are no sequence', () => {
    const letters = new Letters();
    letters.press('g', 0, all);
    expect(letters.press('h', 5_000, all)).toBeUndefined();
  });

  test('that lead nowhere are forgotten, and the last one still counts', () => {
    const letters = new Letters();
    letters.press('g', 0, all);
    expect(letters.press('o', 100, all)).toBe(available);
    letters.press('x', 200, all);
    letters.press('g', 300, all);
    expect(letters.press('h', 400, all)).toBe(home);
  });
});
