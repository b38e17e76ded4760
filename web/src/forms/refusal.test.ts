import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { ProblemError, UnreachableError } from '../api/problem';
import { problem } from '../test/fakeFetch';
import { SpokenError } from './SpokenError';
import { refusal } from './useForm';
import { sentenceOf } from './useSentence';

const FIELDS = ['email', 'role'] as const;
const sentence = (error: unknown) => sentenceOf(error, i18next.t);
const of = (...args: Parameters<typeof problem>) => {
  const { status, body } = problem(...args);
  return new ProblemError(status, body as never);
};

describe('what the server refuses', () => {
  test('stands at its field, and nowhere else', () => {
    const error = of(400, 'invalid', [{ field: 'email', message: 'Too long.' }]);
    expect(refusal(error, FIELDS, sentence)).toEqual({
      errors: { email: 'Too long.' },
      general: undefined,
    });
  });

  test('is a sentence of its own there', () => {
    const error = of(400, 'invalid', [{ field: 'email', message: 'is missing' }]);
    expect(refusal(error, FIELDS, sentence).errors).toEqual({ email: 'Is missing.' });
  });

  test('stands above the form as well when a field is not on it', () => {
    const error = of(400, 'invalid', [
      { field: 'email', message: 'Too long.' },
      { field: 'country', message: 'Unknown.' },
    ]);
    const { errors, general } = refusal(error, FIELDS, sentence);
    expect(errors).toEqual({ email: 'Too long.' });
    expect(general).toBe('The server says invalid.');
  });

  test('stands at the field it is about although the server named none', () => {
    const error = of(409, 'already-member');
    expect(refusal(error, FIELDS, sentence, { 'already-member': 'email' })).toEqual({
      errors: { email: 'Somebody with this address is a member already.' },
      general: undefined,
    });
  });
});

describe('a sentence', () => {
  test('is the desk’s own where it has one', () => {
    expect(sentence(of(401, 'sign-in-refused'))).toBe('Address and password do not fit together.');
  });

  test('is the server’s where the desk knows the problem not', () => {
    expect(sentence(of(418, 'teapot'))).toBe('The server says teapot.');
  });

  test('is the error’s own where it has one', () => {
    class Deaf extends SpokenError {
      override sentence = (t: typeof i18next.t) => t('state.noClipboard');
    }
    expect(sentence(new Deaf())).toBe('This browser lets nothing be copied here.');
  });

  test('names the minutes to wait', () => {
    const { status, body } = problem(429, 'too-many-attempts');
    const error = new ProblemError(status, body as never, 150);
    expect(sentence(error)).toBe('That was tried too often. Wait 3 minutes.');
  });

  test('says that nobody answers, and never shows a stack', () => {
    expect(sentence(new UnreachableError('x'))).toMatch(/does not answer/);
    expect(sentence(new TypeError('x is not a function'))).not.toMatch(/function/);
  });

  test('is made of a page that is no problem document', () => {
    const response = new Response('<html>', { status: 502 });
    expect(sentence(ProblemError.of(response, '<html>'))).toBe('HTTP 502');
  });
});
