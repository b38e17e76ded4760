import { describe, expect, test } from 'vitest';
import { accountSidFault, authTokenFault, pasted } from './credentials';

const HEX = '0123456789abcdef0123456789abcdef';

describe('half-pasted credentials are told before Twilio is asked', () => {
  test('a token of 31 characters', () => {
    expect(authTokenFault(HEX.slice(1))).toBe(
      'The Auth Token has 32 characters and yours has 31. Copy it again.',
    );
  });

  test('an Account SID that lacks its end', () => {
    expect(accountSidFault(`AC${HEX.slice(3)}`)).toMatch(/has 34 characters and yours has 31/);
  });

  test('the two exchanged', () => {
    expect(accountSidFault(HEX)).toMatch(/looks like the Auth Token/);
    expect(authTokenFault(`AC${HEX}`)).toMatch(/is the Account SID/);
  });

  test('an API key in place of the account', () => {
    expect(accountSidFault(`SK${HEX}`)).toMatch(/SID of an API key/);
  });

  test('the dots that hide the token', () => {
    expect(authTokenFault('••••••••••••••••')).toMatch(/the dots that Twilio shows/);
  });

  test('letters that no SID has', () => {
    expect(accountSidFault(`AC${HEX.slice(1)}z`)).toMatch(/only the digits/);
  });

  test('nothing at all', () => {
    expect(accountSidFault(' ')).toBe('This is needed.');
    expect(authTokenFault('')).toBe('This is needed.');
  });
});

test('whole ones pass, and blanks around and inside do not count', () => {
  expect(accountSidFault(` AC${HEX}\n`)).toBeUndefined();
  expect(authTokenFault(`\t${HEX} `)).toBeUndefined();
  expect(pasted(` AC${HEX.slice(0, 16)} ${HEX.slice(16)}\n`)).toBe(`AC${HEX}`);
});
