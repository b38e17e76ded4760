import { AsYouType, type CountryCode } from 'libphonenumber-js/min';

/** Whether it can only become a number, not a name. */
export const isNumber = (text: string): boolean => /^[\s\d+()*#./-]*\d[\s\d+()*#./-]*$/.test(text);

/**
 * What is typed, spaced as numbers are where it leads; names, and codes with * or #, as they are. What was pasted in
 * any format is read by the server.
 */
export function asTyped(text: string, country: string): string {
  if (!isNumber(text) || /[*#]/.test(text)) return text;
  return new AsYouType(country as CountryCode).input(text);
}
